import { Level, type PoolSetting, RecycleMeasure, type RecycleRule } from '@dealtrail/protocol/leads';
import { Input, InputNumber, Select, Switch } from 'antd';
import type { ProblemError } from '../../../../kernel/client/index.ts';
import { useProblemWords } from '../../../../kernel/states/index.ts';
import { Field, FieldRow, FormFrame, FormSheet } from '../../../../kit/form/index.ts';
import { RecycleTrial } from '../../parts/pools/recycle-trial.tsx';
import { useLeadWords } from '../../parts/words.ts';
import type { WrittenRecycleRule } from '../../pool-settings.ts';

type Typed = Omit<WrittenRecycleRule, 'id' | 'poolId'> & { readonly poolId?: string | null };

/** Two weeks without a contact: a rule to start from, switched off until somebody has tried it. */
const fresh: Omit<Typed, 'name'> = {
  active: false,
  intents: [],
  priorities: [],
  states: [],
  measure: 'no_contact',
  days: 14,
  poolId: null,
};

const states = ['assigned', 'contacted', 'need_confirmed', 'proposal_submitted', 'negotiating'] as const;

function Terms({ pools }: { readonly pools: readonly PoolSetting[] }) {
  const word = useLeadWords();
  const many = { mode: 'multiple', placeholder: word('pools.recycle.any') } as const;
  const levels = Level.options.map((value) => ({ value, label: word(`leads.level.${value}`) }));
  return (
    <FieldRow>
      <Field name="measure" label={word('pools.recycle.measure')} required>
        <Select options={RecycleMeasure.options.map((value) => ({ value, label: word(`recycleMeasure.${value}`) }))} />
      </Field>
      <Field name="days" label={word('pools.recycle.days')} required>
        <InputNumber min={1} max={365} precision={0} />
      </Field>
      <Field name="intents" label={word('pools.recycle.intents')}>
        <Select {...many} options={levels} />
      </Field>
      <Field name="priorities" label={word('pools.recycle.priorities')}>
        <Select {...many} options={levels} />
      </Field>
      <Field name="states" label={word('pools.recycle.states')}>
        <Select {...many} options={states.map((value) => ({ value, label: word(`leadState.${value}`) }))} />
      </Field>
      <Field name="poolId" label={word('pools.recycle.to')}>
        <Select
          allowClear
          placeholder={word('pools.recycle.byRule')}
          options={pools.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
    </FieldRow>
  );
}

interface RecycleSheetProps {
  /** The rule to change; none makes a new one. */
  readonly rule: RecycleRule | undefined;
  readonly pools: readonly PoolSetting[];
  readonly error: ProblemError | null;
  readonly onSave: (typed: Omit<WrittenRecycleRule, 'id'>) => Promise<unknown>;
  readonly onClose: () => void;
}

/** One rule for taking leads back, with a trial before it holds. */
export function RecycleSheet({ rule, pools, error, onSave, onClose }: RecycleSheetProps) {
  const word = useLeadWords();
  const problem = useProblemWords(error);
  const title = word(rule ? 'pools.recycle.edit' : 'pools.recycle.new');
  return (
    <FormSheet open title={title} onClose={onClose}>
      {(markDirty, close) => (
        <FormFrame<Typed>
          label={title}
          initial={rule ?? fresh}
          problem={problem}
          onCancel={close}
          onDirty={markDirty}
          onSubmit={(typed) => onSave({ ...typed, poolId: typed.poolId ?? null })}
        >
          <Field name="name" label={word('pools.recycle.name')} required>
            <Input maxLength={60} autoComplete="off" />
          </Field>
          <Terms pools={pools} />
          <RecycleTrial />
          <Field
            name="active"
            label={word('pools.recycle.active')}
            help={word('pools.recycle.notice')}
            valueProp="checked"
          >
            <Switch />
          </Field>
        </FormFrame>
      )}
    </FormSheet>
  );
}
