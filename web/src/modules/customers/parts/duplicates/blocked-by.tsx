import type { BlockedBy as Blocking } from '@dealtrail/protocol/customers';
import { Input } from 'antd';
import type { ProblemError } from '../../../../kernel/client/index.ts';
import { Field } from '../../../../kit/form/index.ts';
import { useCustomerWords } from '../words.ts';
import { DuplicateHits } from './duplicate-hits.tsx';

/** What the rule for duplicates refused an entry for; who may decide otherwise gives the reason here. */
export function BlockedBy({ error }: { readonly error: ProblemError | null }) {
  const word = useCustomerWords();
  if (error?.problem.code !== 'duplicate_blocked') return null;
  const { duplicates, mayOverride } = error.problem.current as Blocking;
  return (
    <>
      <DuplicateHits hits={duplicates} />
      {mayOverride && (
        <Field
          name="overrideReason"
          label={word('customers.duplicate.override')}
          help={word('customers.duplicate.override.hint')}
        >
          <Input maxLength={300} autoComplete="off" />
        </Field>
      )}
    </>
  );
}
