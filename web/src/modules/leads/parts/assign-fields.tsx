import { Input } from 'antd';
import { Field } from '../../../kit/form/index.ts';
import { ColleagueSelect } from '../../organization/index.ts';
import { useLeadWords } from './words.ts';

/** Who gets leads, and why. */
export interface Assignment {
  readonly ownerId: string;
  readonly reason: string;
}

/** Colleague and reason of an assignment by hand. */
export function AssignFields() {
  const word = useLeadWords();
  return (
    <>
      <Field name="ownerId" label={word('leads.assign.to')} required>
        <ColleagueSelect placeholder={word('leads.assign.to.example')} />
      </Field>
      <Field name="reason" label={word('leads.assign.reason')} help={word('leads.assign.reason.hint')} required>
        <Input maxLength={200} />
      </Field>
    </>
  );
}
