import type { PoolSetting } from '@dealtrail/protocol/leads';
import { listRoles } from '@dealtrail/protocol/organization';
import { Input, InputNumber, Select, Switch } from 'antd';
import { type ProblemError, useOperation } from '../../../../kernel/client/index.ts';
import { useMay } from '../../../../kernel/session/index.ts';
import { useProblemWords } from '../../../../kernel/states/index.ts';
import { Field, FieldRow, FormFrame, FormSheet } from '../../../../kit/form/index.ts';
import { showDepartment, useColleagues, useDepartmentOptions } from '../../../organization/index.ts';
import { LeadConditions } from '../../parts/settings/lead-conditions.tsx';
import { useLeadWords } from '../../parts/words.ts';
import type { WrittenPool } from '../../pool-settings.ts';

type Typed = Omit<WrittenPool, 'id'>;

/** What a new pool starts with: as much as the default pool allows when it ships. */
const fresh: Omit<Typed, 'name'> = {
  active: true,
  conditions: { regions: [], provinces: [], industries: [], customerTypes: [], priorities: [], sources: [] },
  departmentIds: [],
  memberIds: [],
  roleKeys: [],
  dailyLimit: 20,
  holdLimit: 100,
  protectionDays: 7,
  formerOwnerDays: 30,
};

const listed = { mode: 'multiple', showSearch: { optionFilterProp: 'label' } } as const;

function RoleField() {
  const word = useLeadWords();
  const roles = useOperation(listRoles, {}).data?.items ?? [];
  return (
    <Field name="roleKeys" label={word('pools.pool.roles')}>
      <Select {...listed} options={roles.map(({ key, name }) => ({ value: key, label: name }))} />
    </Field>
  );
}

function Claimers() {
  const word = useLeadWords();
  const may = useMay();
  const departments = useDepartmentOptions();
  const people = useColleagues().data?.items ?? [];
  return (
    <>
      <Field name="departmentIds" label={word('pools.pool.departments')} help={word('pools.pool.who.hint')}>
        <Select
          {...listed}
          placeholder={word('pools.pool.everybody')}
          options={departments}
          optionRender={showDepartment}
        />
      </Field>
      <Field name="memberIds" label={word('pools.pool.members')}>
        <Select {...listed} options={people.map(({ id, name }) => ({ value: id, label: name }))} />
      </Field>
      {may('organization.read') && <RoleField />}
    </>
  );
}

function Limits() {
  const word = useLeadWords();
  const unlimited = { min: 1, precision: 0, placeholder: word('pools.pool.unlimited') } as const;
  return (
    <FieldRow>
      <Field name="dailyLimit" label={word('pools.pool.dailyLimit')}>
        <InputNumber {...unlimited} max={1_000} />
      </Field>
      <Field name="holdLimit" label={word('pools.pool.holdLimit')}>
        <InputNumber {...unlimited} max={10_000} />
      </Field>
      <Field name="protectionDays" label={word('pools.pool.protectionDays')} required>
        <InputNumber min={0} max={365} precision={0} />
      </Field>
      <Field name="formerOwnerDays" label={word('pools.pool.formerOwnerDays')} required>
        <InputNumber min={0} max={365} precision={0} />
      </Field>
    </FieldRow>
  );
}

interface PoolSheetProps {
  /** The pool to change; none makes a new one. */
  readonly pool: PoolSetting | undefined;
  readonly error: ProblemError | null;
  readonly onSave: (typed: Typed) => Promise<unknown>;
  readonly onClose: () => void;
}

/** One pool: which leads lie there, who claims them, and how many. The default pool takes what the others leave. */
export function PoolSheet({ pool, error, onSave, onClose }: PoolSheetProps) {
  const word = useLeadWords();
  const problem = useProblemWords(error);
  const title = word(pool ? 'pools.pool.edit' : 'pools.pool.new');
  const isDefault = pool?.isDefault ?? false;
  const save = (typed: Typed) =>
    onSave({
      ...fresh,
      ...(pool ? { roleKeys: pool.roleKeys } : {}),
      ...typed,
      dailyLimit: typed.dailyLimit ?? null,
      holdLimit: typed.holdLimit ?? null,
    });
  return (
    <FormSheet open title={title} onClose={onClose}>
      {(markDirty, close) => (
        <FormFrame<Typed>
          label={title}
          initial={pool ?? fresh}
          problem={problem}
          onCancel={close}
          onDirty={markDirty}
          onSubmit={save}
        >
          <Field name="name" label={word('pools.pool.name')} required>
            <Input maxLength={40} autoComplete="off" />
          </Field>
          {!isDefault && (
            <>
              <h2 className="lead-part">{word('pools.pool.when')}</h2>
              <LeadConditions />
            </>
          )}
          <h2 className="lead-part">{word('pools.pool.who')}</h2>
          <Claimers />
          <h2 className="lead-part">{word('pools.pool.limits')}</h2>
          <Limits />
          {!isDefault && (
            <Field name="active" label={word('pools.pool.active')} valueProp="checked">
              <Switch />
            </Field>
          )}
        </FormFrame>
      )}
    </FormSheet>
  );
}
