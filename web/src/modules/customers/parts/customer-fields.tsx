import { Input } from 'antd';
import { Field, FieldRow } from '../../../kit/form/index.ts';
import { useCustomerWords } from './words.ts';

/** Facts of a customer a person may give. */
export interface CustomerFacts {
  name: string;
  industry?: string | null;
  province?: string | null;
  city?: string | null;
  region?: string | null;
}

/** Names of the facts, in the order of the form. */
export const customerFacts = ['name', 'industry', 'province', 'city', 'region'] as const;

/** The inputs of a customer's facts. */
export function CustomerFields() {
  const word = useCustomerWords();
  return (
    <>
      <Field name="name" label={word('customers.name')} required help={word('customers.name.help')}>
        <Input maxLength={200} autoComplete="off" />
      </Field>
      <FieldRow>
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
