import { companyNameHint, creditCodeHint } from '@dealtrail/protocol/quality';
import { Input } from 'antd';
import { Field, FieldRow } from '../../../kit/form/index.ts';
import { TypedHint } from './typed-hint.tsx';
import { useCustomerWords } from './words.ts';

/** Facts of a customer a person may give. */
export interface CustomerFacts {
  name: string;
  shortName?: string | null;
  /** Several, separated by 、. */
  formerNames?: string | null;
  creditCode?: string | null;
  website?: string | null;
  industry?: string | null;
  province?: string | null;
  city?: string | null;
  region?: string | null;
}

/** Names of the facts, in the order of the form. */
export const customerFacts = [
  'name',
  'shortName',
  'formerNames',
  'creditCode',
  'website',
  'industry',
  'province',
  'city',
  'region',
] as const;

/** The inputs of a customer's facts. */
export function CustomerFields() {
  const word = useCustomerWords();
  return (
    <>
      <Field
        name="name"
        label={word('customers.name')}
        required
        help={<TypedHint name="name" of={companyNameHint} otherwise={word('customers.name.help')} />}
      >
        <Input maxLength={200} autoComplete="off" />
      </Field>
      <FieldRow>
        <Field name="shortName" label={word('customers.shortName')}>
          <Input maxLength={80} autoComplete="off" />
        </Field>
        <Field
          name="creditCode"
          label={word('customers.creditCode')}
          help={<TypedHint name="creditCode" of={creditCodeHint} />}
        >
          <Input maxLength={40} autoComplete="off" />
        </Field>
      </FieldRow>
      <Field name="formerNames" label={word('customers.formerNames')} help={word('customers.formerNames.hint')}>
        <Input maxLength={2_000} autoComplete="off" />
      </Field>
      <FieldRow>
        <Field name="website" label={word('customers.website')}>
          <Input maxLength={200} inputMode="url" autoComplete="off" />
        </Field>
        <Field name="industry" label={word('customers.industry')}>
          <Input maxLength={80} autoComplete="off" />
        </Field>
        <Field name="region" label={word('customers.region')}>
          <Input maxLength={40} autoComplete="off" />
        </Field>
        <Field name="province" label={word('customers.province')}>
          <Input maxLength={40} autoComplete="off" />
        </Field>
        <Field name="city" label={word('customers.city')}>
          <Input maxLength={40} autoComplete="off" />
        </Field>
      </FieldRow>
    </>
  );
}
