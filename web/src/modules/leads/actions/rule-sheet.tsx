import { CustomerType, Level } from '@dealtrail/protocol/leads';
import { Input, Select, Switch } from 'antd';
import type { ProblemError } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Field, FieldRow, FormFrame, FormSheet } from '../../../kit/form/index.ts';
import { showDepartment, useColleagues, useDepartmentOptions } from '../../organization/index.ts';
import { priorityRank } from '../lead-views.ts';
import { useLeadWords, useSourceOptions } from '../parts/words.ts';
import { DraftTrial } from '../parts/settings/rule-trial.tsx';
import type { AssignmentRule, WrittenRule } from '../rule-order.ts';

/** A rule as its form holds it. */
export type RuleTyped = Pick<
  AssignmentRule,
  'name' | 'active' | 'conditions' | 'departmentIds' | 'memberIds' | 'supervisorFirst'
>;

/** The eight usual sales regions; any other may be typed. */
const regions = ['华东', '华南', '华北', '华中', '西南', '西北', '东北', '港澳台'];

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
};

function Conditions() {
  const word = useLeadWords();
  const sources = useSourceOptions();
  const any = word('leads.rule.any');
  const priorities = Level.options.map((level) => ({
    value: level,
    label: `P${priorityRank(level)} ${word(`leads.level.${level}`)}`,
  }));
  const types = CustomerType.options.map((type) => ({ value: type, label: word(`customerType.${type}`) }));
  const listed = { mode: 'multiple', placeholder: any, showSearch: { optionFilterProp: 'label' } } as const;
  return (
    <FieldRow>
      <Field name="conditions.regions" label={word('leads.field.region')}>
        <Select mode="tags" placeholder={any} options={regions.map((name) => ({ value: name, label: name }))} />
      </Field>
      <Field name="conditions.provinces" label={word('leads.field.province')}>
        <Select mode="tags" placeholder={any} open={false} suffixIcon={null} />
      </Field>
      <Field name="conditions.industries" label={word('leads.field.industry')} help={word('leads.rule.typed')}>
        <Select mode="tags" placeholder={any} open={false} suffixIcon={null} />
      </Field>
      <Field name="conditions.customerTypes" label={word('leads.field.customerType')}>
        <Select {...listed} options={types} />
      </Field>
      <Field name="conditions.priorities" label={word('leads.field.priority')}>
        <Select {...listed} options={priorities} />
      </Field>
      <Field name="conditions.sources" label={word('leads.field.source')}>
        <Select {...listed} options={[...sources]} />
      </Field>
    </FieldRow>
  );
}

function Takers() {
  const word = useLeadWords();
  const departments = useDepartmentOptions();
  const people = useColleagues().data?.items ?? [];
  const listed = { mode: 'multiple', showSearch: { optionFilterProp: 'label' } } as const;
  return (
    <>
      <Field name="departmentIds" label={word('leads.rule.departments')} help={word('leads.rule.takers.hint')}>
        <Select
          {...listed}
          placeholder={word('leads.rule.everybody')}
          options={departments}
          optionRender={showDepartment}
        />
      </Field>
      <Field name="memberIds" label={word('leads.rule.members')}>
        <Select {...listed} options={people.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
      <Field name="supervisorFirst" label={word('leads.rule.supervisorFirst')} valueProp="checked">
        <Switch />
      </Field>
    </>
  );
}

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
          <Conditions />
          <h2 className="lead-part">{word('leads.rule.who')}</h2>
          <Takers />
          <Field name="active" label={word('leads.rule.active')} valueProp="checked">
            <Switch />
          </Field>
          <DraftTrial among={among} />
        </FormFrame>
      )}
    </FormSheet>
  );
}
