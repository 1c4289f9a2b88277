import type { WorkItem } from '@dealtrail/protocol/insights';
import type { LeadState } from '@dealtrail/protocol/leads';
import { useReasons } from '../../../kernel/clocks/index.ts';
import { useSay, useWords } from '../../../kernel/i18n/index.ts';
import { formatMoney } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import type { zh } from '../messages/zh.ts';

type Key = keyof typeof zh | `leadState.${LeadState}` | `clocks.${string}.name`;

/** The sentences of Today, and the labels the protocol brings. */
export const useTodayWords = useWords<Key>;

/** Names of the stages a line may stand in. */
export interface StageName {
  readonly stageKey: string;
  readonly name: { readonly zh: string; readonly en: string };
}

/** The words of one line. */
export interface LineWords {
  readonly title: string;
  /** For whom: customer, project, person. */
  readonly whom: readonly string[];
  readonly why: string;
  /** What else is worth knowing: escalated, explained. */
  readonly notes: readonly string[];
  readonly worth: string;
  readonly state: readonly string[];
}

function useState(stages: readonly StageName[]): (item: WorkItem) => string {
  const word = useTodayWords();
  const { language } = useKit();
  return ({ recordKind, stateKey }) => {
    if (stateKey === null) return '';
    if (recordKind === 'lead') return word(`leadState.${stateKey as LeadState}`);
    const name = stages.find((stage) => stage.stageKey === stateKey)?.name;
    return name ? (language === 'zh-CN' ? name.zh : name.en) : '';
  };
}

/** Puts a line of work into words. */
export function useLineWords(stages: readonly StageName[]): (item: WorkItem) => LineWords {
  const word = useTodayWords();
  const say = useSay();
  const { language } = useKit();
  const stateOf = useState(stages);
  const { nameOf: reasonOf } = useReasons('late');
  return (item) => {
    const { amountMinor, currency, amountKind, priority, clock, customerName, recordTitle, contactName } = item;
    const amount = amountMinor === null || !currency ? '' : formatMoney({ minor: amountMinor, currency }, language);
    const escalated = clock?.escalatedTo ? word('today.escalated', { to: clock.escalatedTo }) : '';
    const explained = clock?.lateReason ? word('today.explained', { reason: reasonOf(clock.lateReason) }) : '';
    return {
      title: say(item.title),
      whom: [customerName, recordTitle, contactName].filter((name) => name !== null),
      why: say(item.why),
      notes: [item.behalfOf === null ? '' : word('today.behalf', { name: item.behalfOf }), explained, escalated].filter(
        Boolean,
      ),
      worth: amount && amountKind === 'budget' ? word('today.budget', { amount }) : amount,
      state: [stateOf(item), priority ? word(`today.priority.${priority}`) : ''].filter(Boolean),
    };
  };
}
