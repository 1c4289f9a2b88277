import type {
  Automation,
  AutomationAction,
  AutomationPerson,
  AutomationTrigger,
  Placeholder,
} from '@dealtrail/protocol/automation';
import { chipsOf, chipWords } from '../../../kit/filter/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { useColleagues } from '../../organization/index.ts';
import { useConditionFields } from './use-condition-fields.ts';
import { useAutomationWords, useTriggerValues } from './words.ts';

const twoDigits = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;

/** When an automation begins, in words. */
function useTriggerWords(): (trigger: AutomationTrigger) => string {
  const word = useAutomationWords();
  const values = useTriggerValues();
  return (trigger) => {
    if (trigger.on === 'event') {
      const said = values(trigger.event).filter(({ value }) => trigger.of?.includes(value));
      const of = said.map(({ label }) => label).join(word('automation.or'));
      const name = word(`automation.on.${trigger.event}`);
      return of ? word('automation.on.narrowed', { name, of }) : name;
    }
    const { every, weekday = 1, monthDay = 1, hour, workdaysOnly } = trigger;
    const day = every === 'week' ? word(`automation.weekday.${weekday}`) : monthDay;
    return word(`automation.every.${workdaysOnly && every === 'day' ? 'workday' : every}`, {
      day,
      at: twoDigits(hour),
    });
  };
}

/** Who is meant, in words. */
function usePersonWords(): (person: AutomationPerson) => string {
  const word = useAutomationWords();
  const colleagues = useColleagues().data?.items ?? [];
  return (person) =>
    person.who === 'member'
      ? (colleagues.find(({ id }) => id === person.memberId)?.name ?? word('automation.person.gone'))
      : word(`automation.person.${person.who}`);
}

/** What an automation does, in words. */
function useActionWords(): (action: AutomationAction) => string {
  const word = useAutomationWords();
  const called = usePersonWords();
  // A reader sees what will stand there, not how it is written.
  const readable = (text: string) =>
    text.replace(/\{(title|number|owner)\}/g, (_, name: Placeholder) => `[${word(`automation.placeholder.${name}`)}]`);
  const factWord = (field: string) => word(`automation.fact.${field}`);
  return (action) => {
    switch (action.do) {
      case 'assign':
        return word('automation.do.assign.said', { person: called({ who: 'member', memberId: action.memberId }) });
      case 'give_out':
      case 'pool':
        return word(`automation.do.${action.do}.said`);
      case 'set': {
        const level = action.value === 'high' || action.value === 'medium' || action.value === 'low';
        const value = level ? word(`automation.level.${action.value}`) : String(action.value ?? '—');
        return word('automation.do.set.said', { field: factWord(action.field), value });
      }
      case 'task':
        return word('automation.do.task.said', {
          person: called(action.for),
          title: readable(action.title),
          days: action.workdays,
        });
      case 'notify':
        return word('automation.do.notify.said', {
          people: action.to.map(called).join(word('automation.and')),
          text: readable(action.text),
        });
    }
  };
}

/** An automation in three plain sentences: when, if, then. */
export function Sentence({ rule }: { readonly rule: Pick<Automation, 'kind' | 'trigger' | 'conditions' | 'actions'> }) {
  const word = useAutomationWords();
  const { words, language, zone } = useKit();
  const fields = useConditionFields(rule.kind);
  const triggerWords = useTriggerWords();
  const actionWords = useActionWords();
  const chips = chipsOf(rule.conditions).map((chip) => chipWords(chip, { fields, words, language, zone }));
  const asked = chips.map(({ head, tail }) => `${head} ${tail}`.trim());
  return (
    <dl className="automation-sentence">
      <dt>{word('automation.when')}</dt>
      <dd>{triggerWords(rule.trigger)}</dd>
      {asked.length > 0 && (
        <>
          <dt>{word('automation.if')}</dt>
          <dd>{asked.join(word('automation.joint'))}</dd>
        </>
      )}
      <dt>{word('automation.then')}</dt>
      <dd>{rule.actions.map(actionWords).join(word('automation.joint'))}</dd>
    </dl>
  );
}
