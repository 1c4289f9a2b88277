import { listAssignmentRules, saveAssignmentRules } from '@dealtrail/protocol/leads';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { SettingsFrame } from '../../organization/index.ts';
import { RuleSheet, type RuleTyped } from '../actions/rule-sheet.tsx';
import { RuleLine } from '../parts/settings/rule-line.tsx';
import { ScreeningSettings } from '../parts/settings/screening-settings.tsx';
import { RuleTrial } from '../parts/settings/rule-trial.tsx';
import { useLeadWords } from '../parts/words.ts';
import { useAssignmentRules } from '../queries.ts';
import { type AssignmentRule, moved, unreachable, type WrittenRule, written } from '../rule-order.ts';
import '../parts/leads.css';

/** Every change writes the whole list: the order is part of it. */
function useRules(rules: readonly AssignmentRule[]) {
  const act = useAct(saveAssignmentRules, { invalidates: [listAssignmentRules] });
  const write = (items: readonly WrittenRule[]) => act.run({ body: { items: [...items] } });
  const now = rules.map(written);
  // Refusals are said above the list.
  const press = (items: readonly WrittenRule[]) => void write(items).catch(() => undefined);
  return {
    act,
    save: write,
    toggle: (id: string) => press(now.map((rule) => (rule.id === id ? { ...rule, active: !rule.active } : rule))),
    remove: (id: string) => press(now.filter((rule) => rule.id !== id)),
    move: (id: string, by: -1 | 1) => press(moved(rules, id, by).map(written)),
  };
}

function RuleList({
  rules,
  onEdit,
}: {
  readonly rules: readonly AssignmentRule[];
  readonly onEdit: (rule: AssignmentRule) => void;
}) {
  const { act, toggle, remove, move } = useRules(rules);
  const idle = unreachable(rules);
  return (
    <div className="k-stack">
      <ProblemNotice error={act.error} />
      <ol className="settings-list">
        {rules.map((rule, at) => (
          <RuleLine
            key={rule.id}
            rule={rule}
            place={at + 1}
            unreachable={idle.has(rule.id)}
            busy={act.busy}
            onUp={at > 0 ? () => move(rule.id, -1) : undefined}
            onDown={at < rules.length - 1 ? () => move(rule.id, 1) : undefined}
            onEdit={() => onEdit(rule)}
            onToggle={() => toggle(rule.id)}
            onRemove={rules.length > 1 ? () => remove(rule.id) : undefined}
          />
        ))}
      </ol>
    </div>
  );
}

function Editing({
  rules,
  rule,
  onClose,
}: {
  readonly rules: readonly AssignmentRule[];
  readonly rule: AssignmentRule | undefined;
  readonly onClose: () => void;
}) {
  const { act, save } = useRules(rules);
  const among = (typed: RuleTyped): readonly WrittenRule[] =>
    rule
      ? rules.map((each) => (each.id === rule.id ? { ...typed, id: rule.id } : written(each)))
      : [...rules.map(written), typed];
  return (
    <RuleSheet
      rule={rule}
      error={act.error}
      among={among}
      onClose={onClose}
      onSave={async (typed) => {
        await save(among(typed));
        onClose();
      }}
    />
  );
}

/** Who gets new leads: rules tried from top to bottom, the first that fits decides. */
export function AssignmentRules() {
  const word = useLeadWords();
  const go = useGo();
  const found = useAssignmentRules();
  const [editing, setEditing] = useState<AssignmentRule | 'new'>();
  const rules = found.data?.items;
  const add = (
    <>
      <Button icon="insight" onClick={() => go('/settings/assignment/fairness')}>
        {word('leads.fairness')}
      </Button>
      <Button kind="primary" icon="plus" onClick={() => setEditing('new')}>
        {word('leads.rule.new')}
      </Button>
    </>
  );
  return (
    <SettingsFrame here="assignment" note={word('leads.rules.note')} actions={add}>
      {found.isError && !rules ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : rules ? (
        <div className="k-stack">
          <RuleList rules={rules} onEdit={setEditing} />
          <RuleTrial />
          <ScreeningSettings />
        </div>
      ) : (
        <Skeleton shape="rows" count={4} />
      )}
      {rules && editing && (
        <Editing rules={rules} rule={editing === 'new' ? undefined : editing} onClose={() => setEditing(undefined)} />
      )}
    </SettingsFrame>
  );
}
