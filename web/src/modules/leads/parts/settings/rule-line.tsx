import { CustomerType, Level } from '@dealtrail/protocol/leads';
import { IconButton, type MenuAct, MenuButton } from '../../../../kit/button/index.ts';
import { joined } from '../../../../kit/formats/index.ts';
import { StateTag } from '../../../../kit/mark/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { useColleagues, useDepartmentOptions } from '../../../organization/index.ts';
import { priorityRank } from '../../lead-views.ts';
import { type AssignmentRule, askedConditions, type ConditionKind } from '../../rule-order.ts';
import { useCustomerTypeName, useLeadWords, useSourceName } from '../words.ts';

interface RuleLineProps {
  readonly rule: AssignmentRule;
  readonly place: number;
  /** A rule above fits every lead. */
  readonly unreachable: boolean;
  readonly busy: boolean;
  readonly onUp: (() => void) | undefined;
  readonly onDown: (() => void) | undefined;
  readonly onEdit: () => void;
  readonly onToggle: () => void;
  readonly onRemove: (() => void) | undefined;
}

const labels = {
  regions: 'leads.field.region',
  provinces: 'leads.field.province',
  industries: 'leads.field.industry',
  customerTypes: 'leads.field.customerType',
  priorities: 'leads.field.priority',
  sources: 'leads.field.source',
} as const satisfies Record<ConditionKind, string>;

/** What a lead must be like, in words. */
export function useConditionWords(): (rule: Pick<AssignmentRule, 'conditions'>) => string {
  const word = useLeadWords();
  const sourceName = useSourceName();
  const typeName = useCustomerTypeName();
  const { language } = useKit();
  const value = (kind: ConditionKind, text: string) => {
    if (kind === 'sources') return sourceName(text);
    if (kind === 'customerTypes') return CustomerType.options.includes(text as 'new') ? typeName(text) : text;
    if (kind === 'priorities' && Level.options.includes(text as 'high')) return `P${priorityRank(text as 'high')}`;
    return text;
  };
  return (rule) => {
    const asked = askedConditions(rule).map(
      (kind) =>
        `${word(labels[kind])} ${joined(
          rule.conditions[kind].map((text) => value(kind, text)),
          'names',
          language,
        )}`,
    );
    return asked.length > 0 ? joined(asked, 'facts', language) : word('leads.rule.every');
  };
}

/** Who gets what fits, in words. */
function useTakerWords(): (rule: AssignmentRule) => string {
  const word = useLeadWords();
  const departments = useDepartmentOptions();
  const { language } = useKit();
  const people = useColleagues().data?.items ?? [];
  return (rule) => {
    const names = [
      ...rule.departmentIds.map((id) => departments.find(({ value }) => value === id)?.label),
      ...rule.memberIds.map((id) => people.find((person) => person.id === id)?.name),
    ].filter((name) => name !== undefined);
    const named = names.length > 0 ? joined(names, 'names', language) : word('leads.rule.everybody');
    const takers =
      rule.skills.length > 0
        ? word('leads.rule.skilled', { takers: named, skills: joined(rule.skills, 'names', language) })
        : named;
    return rule.supervisorFirst ? word('leads.rule.supervisorsOf', { takers }) : takers;
  };
}

/** In which manner a rule shares out, in words. */
function useMannerWords(): (rule: AssignmentRule) => string {
  const word = useLeadWords();
  const { language } = useKit();
  const people = useColleagues().data?.items ?? [];
  return ({ strategy, weights, atWorkOnly }) => {
    const weighed = strategy === 'weighted' ? people.filter(({ id }) => weights[id] !== undefined) : [];
    const named = weighed.map(({ id, name }) => `${name} ${weights[id]}`);
    const facts = [
      word(`leads.rule.strategy.${strategy}`),
      named.length > 0 ? joined([...named, word('leads.rule.weight.others')], 'names', language) : undefined,
      atWorkOnly ? word('leads.rule.atWorkOnly') : undefined,
    ];
    return joined(facts, 'facts', language);
  };
}

/** One rule: what fits, who gets it, its place in the order. */
export function RuleLine(props: RuleLineProps) {
  const { rule, place, unreachable, busy, onUp, onDown, onEdit, onToggle, onRemove } = props;
  const word = useLeadWords();
  const conditionWords = useConditionWords();
  const takerWords = useTakerWords();
  const mannerWords = useMannerWords();
  const acts: readonly (MenuAct | null)[] = [
    { key: 'edit', word: word('leads.rule.edit'), icon: 'edit', onClick: onEdit },
    {
      key: 'toggle',
      word: word(rule.active ? 'leads.rule.stop' : 'leads.rule.start'),
      icon: 'pause',
      onClick: onToggle,
    },
    ...(onRemove
      ? [
          null,
          { key: 'remove', word: word('leads.rule.remove'), icon: 'trash' as const, danger: true, onClick: onRemove },
        ]
      : []),
  ];
  return (
    <li className={rule.active ? '' : 'quiet'}>
      <span className="k-t3">{place}</span>
      <div className="k-grow">
        <b>{rule.name}</b>
        <div className="k-s13 k-t2">
          {conditionWords(rule)} → {takerWords(rule)}
        </div>
        <div className="k-s12 k-t3">{mannerWords(rule)}</div>
      </div>
      {!rule.active && <StateTag>{word('leads.rule.stopped')}</StateTag>}
      {unreachable && <StateTag tone="soon">{word('leads.rule.unreachable')}</StateTag>}
      <span className="k-row">
        <IconButton
          small
          icon="up"
          label={word('leads.rule.up', { name: rule.name })}
          disabled={!onUp || busy}
          onClick={onUp}
        />
        <IconButton
          small
          icon="down"
          label={word('leads.rule.down', { name: rule.name })}
          disabled={!onDown || busy}
          onClick={onDown}
        />
        <MenuButton acts={acts}>
          <IconButton small icon="more" label={word('leads.rule.acts', { name: rule.name })} />
        </MenuButton>
      </span>
    </li>
  );
}
