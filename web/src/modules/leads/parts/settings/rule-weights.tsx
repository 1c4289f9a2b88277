import { InputNumber, Select } from 'antd';
import { IconButton } from '../../../../kit/button/index.ts';
import { useColleagues } from '../../../organization/index.ts';
import { useLeadWords } from '../words.ts';

type Weights = Readonly<Record<string, number>>;

interface RuleWeightsProps {
  /** Given by the field of a form. */
  readonly id?: string;
  readonly value?: Weights;
  readonly onChange?: (weights: Weights) => void;
}

/** Twice the share of the others: what somebody who is named usually stands for. */
const FIRST_WEIGHT = 2;

/** People with a weight of their own; everybody else counts 1. */
export function RuleWeights({ id, value = {}, onChange }: RuleWeightsProps) {
  const word = useLeadWords();
  const people = useColleagues().data?.items ?? [];
  const nameOf = (memberId: string) => people.find((person) => person.id === memberId)?.name ?? '…';
  const named = Object.keys(value);
  const without = (memberId: string) => Object.fromEntries(Object.entries(value).filter(([key]) => key !== memberId));
  return (
    <div className="k-stack">
      {named.length > 0 && (
        <ul className="rule-weights">
          {named.map((memberId) => (
            <li key={memberId}>
              <span className="k-grow">{nameOf(memberId)}</span>
              <InputNumber
                aria-label={word('leads.rule.weightOf', { name: nameOf(memberId) })}
                min={0}
                max={100}
                precision={0}
                value={value[memberId] ?? 1}
                onChange={(weight) => onChange?.({ ...value, [memberId]: weight ?? 1 })}
              />
              <IconButton
                small
                icon="close"
                label={word('leads.rule.weightOff', { name: nameOf(memberId) })}
                onClick={() => onChange?.(without(memberId))}
              />
            </li>
          ))}
        </ul>
      )}
      <Select
        {...(id ? { id } : {})}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={word('leads.rule.weightAdd')}
        value={null}
        options={people
          .filter((person) => !named.includes(person.id))
          .map((person) => ({ value: person.id, label: person.name }))}
        onChange={(memberId: string | null) => memberId && onChange?.({ ...value, [memberId]: FIRST_WEIGHT })}
      />
    </div>
  );
}
