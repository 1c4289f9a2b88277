import { type Escalation, type EscalationTerm, TimeUnit } from '@dealtrail/protocol/clocks';
import { Checkbox, InputNumber, Select } from 'antd';
import { Button, IconButton } from '../../../kit/button/index.ts';
import { freshStepKey } from '../rules/typed-terms.ts';
import { useHearers } from './use-hearers.ts';
import { useTermsWords, useTimeWords } from './words.ts';
import './time.css';

interface StepProps {
  readonly place: number;
  readonly step: Escalation;
  readonly onChange: (step: Escalation) => void;
  readonly onRemove: () => void;
}

function Step({ place, step, onChange, onRemove }: StepProps) {
  const word = useTimeWords();
  const { escalationOf } = useTermsWords();
  const { groups, nameOf } = useHearers();
  const [first] = step.after.earliestOf;
  if (!first) return null;
  const several = step.after.earliestOf.length > 1;
  const setTerm = (part: Partial<EscalationTerm>) =>
    onChange({ ...step, after: { earliestOf: [{ ...first, ...part }, ...step.after.earliestOf.slice(1)] } });
  return (
    <li>
      <Select
        value={step.to}
        aria-label={word('time.policy.escalation.to', { place })}
        showSearch={{ optionFilterProp: 'label' }}
        options={groups.map(({ label, options }) => ({ label, title: label, options: [...options] }))}
        onChange={(to) => onChange({ ...step, to })}
      />
      <Select
        value={first.from}
        aria-label={word('time.policy.escalation.from', { place })}
        options={(['start', 'due'] as const).map((from) => ({ value: from, label: word(`time.from.${from}`) }))}
        onChange={(from) => setTerm({ from })}
      />
      <InputNumber
        value={first.amount}
        min={0}
        max={87_840}
        inputMode="decimal"
        aria-label={word('time.policy.escalation.amount', { place })}
        onChange={(amount) => setTerm({ amount: amount ?? 0 })}
      />
      <Select
        value={first.unit}
        aria-label={word('time.policy.escalation.unit', { place })}
        options={TimeUnit.options.map((unit) => ({ value: unit, label: word(`time.unit.${unit}`) }))}
        onChange={(unit) => setTerm({ unit })}
      />
      <IconButton small icon="trash" label={word('time.policy.escalation.remove', { place })} onClick={onRemove} />
      <Checkbox checked={step.mail} onChange={({ target }) => onChange({ ...step, mail: target.checked })}>
        {word('time.policy.escalation.mail')}
      </Checkbox>
      {several && <p className="k-s12 k-t2">{escalationOf(step, nameOf)}</p>}
    </li>
  );
}

/** Whom a further step is likely meant for: one higher than the last. */
function nextPlace(steps: readonly Escalation[]): Escalation['to'] {
  const taken = new Set(steps.map(({ to }) => to));
  return (
    (['supervisor', 'second_supervisor', 'third_supervisor'] as const).find((to) => !taken.has(to)) ?? 'administrator'
  );
}

/** The steps of escalation of a policy, one below the other. */
export function EscalationsInput({
  value = [],
  onChange,
}: {
  readonly value?: readonly Escalation[];
  readonly onChange?: (steps: Escalation[]) => void;
}) {
  const word = useTimeWords();
  const put = (at: number, step: Escalation) => onChange?.(value.map((each, i) => (i === at ? step : each)));
  const add = () =>
    onChange?.([
      ...value,
      {
        key: freshStepKey(value),
        to: nextPlace(value),
        mail: true,
        after: { earliestOf: [{ unit: 'working_days', amount: value.length + 1, from: 'due' }] },
      },
    ]);
  return (
    <div className="k-stack">
      {value.length > 0 && (
        <ol className="time-steps">
          {value.map((step, at) => (
            <Step
              key={step.key}
              place={at + 1}
              step={step}
              onChange={(next) => put(at, next)}
              onRemove={() => onChange?.(value.filter((_, i) => i !== at))}
            />
          ))}
        </ol>
      )}
      <div className="k-row">
        <Button small icon="plus" disabled={value.length >= 10} onClick={add}>
          {word('time.policy.escalation.add')}
        </Button>
      </div>
    </div>
  );
}
