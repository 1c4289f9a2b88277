import { Input, Switch } from 'antd';
import type { ProblemError } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Field, FormFrame, FormSheet } from '../../../kit/form/index.ts';
import { LeadConditions } from '../parts/settings/lead-conditions.tsx';
import { RuleTakers } from '../parts/settings/rule-takers.tsx';
import { useLeadWords } from '../parts/words.ts';
import { DraftTrial } from '../parts/settings/rule-trial.tsx';
import type { AssignmentRule, WrittenRule } from '../rule-order.ts';

/** A rule as its form holds it. */
export type RuleTyped = Omit<AssignmentRule, 'id' | 'position' | 'version'>;

interface RuleSheetProps {
  /** The rule to change; none makes a new one. */
  readonly rule: AssignmentRule | undefined;
  readonly error: ProblemError | null;
  readonly onSave: (typed: RuleTyped) => Promise<unknown>;
  readonly onClose: () => void;
  /** All rules with the typed one among them, in their order. */
  readonly among: (typed: RuleTyped) => readonly WrittenRule[];
}

const fresh: Omit<RuleTyped, 'name'> = {
  active: true,
  conditions: { regions: [], provinces: [], industries: [], customerTypes: [], priorities: [], sources: [] },
  departmentIds: [],
  memberIds: [],
  supervisorFirst: false,
  skills: [],
  strategy: 'load',
  weights: {},
  atWorkOnly: false,
};

/** One assignment rule: what a lead must be like, and who gets it. */
export function RuleSheet({ rule, error, onSave, onClose, among }: RuleSheetProps) {
  const word = useLeadWords();
  const problem = useProblemWords(error);
  const title = word(rule ? 'leads.rule.edit' : 'leads.rule.new');
  return (
    <FormSheet open title={title} onClose={onClose}>
      {(markDirty, close) => (
        <FormFrame<RuleTyped>
          label={title}
          initial={rule ?? fresh}
          problem={problem}
          onCancel={close}
          onDirty={markDirty}
          onSubmit={onSave}
        >
          <Field name="name" label={word('leads.rule.name')} required>
            <Input maxLength={80} autoComplete="off" />
          </Field>
          <h2 className="lead-part">{word('leads.rule.when')}</h2>
          <LeadConditions />
          <h2 className="lead-part">{word('leads.rule.who')}</h2>
          <RuleTakers />
          <Field name="active" label={word('leads.rule.active')} valueProp="checked">
            <Switch />
          </Field>
          <DraftTrial among={among} />
        </FormFrame>
      )}
    </FormSheet>
  );
}
