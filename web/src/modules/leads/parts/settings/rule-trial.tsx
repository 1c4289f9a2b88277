import type { Answer, Passed } from '@dealtrail/protocol/kernel';
import { CustomerType, Level, tryAssignmentRules } from '@dealtrail/protocol/leads';
import { Input, Select } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useAct } from '../../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../../kernel/states/index.ts';
import { Button, Segmented } from '../../../../kit/button/index.ts';
import { Card } from '../../../../kit/card/index.ts';
import { useTypedValues } from '../../../../kit/form/index.ts';
import { priorityRank } from '../../lead-views.ts';
import type { AssignmentRule, WrittenRule } from '../../rule-order.ts';
import { useLeadWords, useSourceOptions } from '../words.ts';
import { TrialResult } from './rule-trial-result.tsx';
import { useReplay } from './use-replay.tsx';

type Supposed = NonNullable<Passed<typeof tryAssignmentRules>['body']['lead']>;

const amounts = ['50', '200', '500'] as const;

function Labelled({ label, children }: { readonly label: string; readonly children: (id: string) => ReactNode }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="k-s12 k-t2">
        {label}
      </label>
      {children(id)}
    </div>
  );
}

/** A lead nobody has taken in: what the rules look at. */
function SupposedLead({ lead, onChange }: { readonly lead: Supposed; readonly onChange: (lead: Supposed) => void }) {
  const word = useLeadWords();
  const sources = useSourceOptions();
  const any = word('leads.rule.any');
  const priorities = Level.options.map((level) => ({
    value: level,
    label: `P${priorityRank(level)} ${word(`leads.level.${level}`)}`,
  }));
  const types = CustomerType.options.map((type) => ({ value: type, label: word(`customerType.${type}`) }));
  const text = (name: 'city' | 'industry', label: string) => (
    <Labelled label={label}>
      {(id) => (
        <Input
          id={id}
          value={lead[name] ?? ''}
          placeholder={any}
          onChange={({ target }) => onChange({ ...lead, [name]: target.value })}
        />
      )}
    </Labelled>
  );
  const choice = (
    name: 'customerType' | 'priority' | 'source',
    label: string,
    options: readonly { value: string; label: string }[],
  ) => (
    <Labelled label={label}>
      {(id) => (
        <Select
          id={id}
          allowClear
          placeholder={any}
          options={[...options]}
          value={lead[name] ?? null}
          onChange={(value: string | undefined) => onChange({ ...lead, [name]: value })}
        />
      )}
    </Labelled>
  );
  return (
    <div className="lead-trial-facts">
      {text('city', word('leads.field.city'))}
      {text('industry', word('leads.field.industry'))}
      {choice('customerType', word('leads.field.customerType'), types)}
      {choice('priority', word('leads.field.priority'), priorities)}
      {choice('source', word('leads.field.source'), sources)}
    </div>
  );
}

/** A trial that can be run again and again, with what the last one said; a changed question does not wait for it. */
function useTrial() {
  const act = useAct(tryAssignmentRules);
  const [said, setSaid] = useState<Answer<typeof tryAssignmentRules>>();
  const run = (body: Passed<typeof tryAssignmentRules>['body']) =>
    void act
      .run({ body })
      .then(setSaid)
      .catch(() => setSaid(undefined));
  const shown = (
    <>
      <ProblemNotice error={act.error} />
      {said && <TrialResult trial={said} />}
    </>
  );
  return { run, busy: act.busy, shown };
}

/** Tries the rules that hold now on the latest leads or on one that is only supposed; nothing is saved. */
export function RuleTrial() {
  const word = useLeadWords();
  const [on, setOn] = useState<'last' | 'quarter' | 'one'>('last');
  const [amount, setAmount] = useState<(typeof amounts)[number]>('50');
  const [lead, setLead] = useState<Supposed>({});
  const trial = useTrial();
  const replay = useReplay();
  const run = () => {
    if (on === 'quarter') replay.run();
    else trial.run(on === 'last' ? { last: Number(amount) } : { lead });
  };
  return (
    <Card title={word('leads.trial')} note={word('leads.trial.note')}>
      <div className="k-stack">
        <div className="k-row k-wrap">
          <Segmented
            label={word('leads.trial.on')}
            value={on}
            onChange={setOn}
            choices={(['last', 'quarter', 'one'] as const).map((value) => ({
              value,
              word: word(`leads.trial.on.${value}`),
            }))}
          />
          {on === 'last' && (
            <Segmented
              label={word('leads.trial.amount')}
              value={amount}
              onChange={setAmount}
              choices={amounts.map((value) => ({ value, word: word('leads.trial.amount.count', { count: value }) }))}
            />
          )}
          <Button busy={trial.busy || replay.busy} onClick={run}>
            {word('leads.trial.run')}
          </Button>
        </div>
        {on === 'one' && <SupposedLead lead={lead} onChange={setLead} />}
        {on === 'quarter' ? replay.shown : trial.shown}
      </div>
    </Card>
  );
}

/** A rule as its form holds it. */
type Draft = Omit<AssignmentRule, 'id' | 'position' | 'version'>;

/** Tries the rule that is being written, among the others, on the latest leads. */
export function DraftTrial({ among }: { readonly among: (typed: Draft) => readonly WrittenRule[] }) {
  const word = useLeadWords();
  const typed = useTypedValues() as unknown as Draft;
  const trial = useTrial();
  const replay = useReplay();
  const drafted = () => [...among({ ...typed, name: typed.name || word('leads.rule.new') })];
  return (
    <div className="k-stack">
      <div className="k-row k-wrap">
        <Button busy={trial.busy} onClick={() => trial.run({ items: drafted(), last: 50 })}>
          {word('leads.trial.draft')}
        </Button>
        <Button busy={replay.busy} onClick={() => replay.run(drafted())}>
          {word('leads.replay.draft')}
        </Button>
      </div>
      {trial.shown}
      {replay.shown}
    </div>
  );
}
