import { companyNameHint, creditCodeHint, emailHint, needHint, phoneHint } from '@dealtrail/protocol/quality';
import { CustomerType } from '@dealtrail/protocol/leads';
import { Currency } from '@dealtrail/protocol/kernel';
import { AutoComplete, Input, Select } from 'antd';
import { DayInput, Field, FieldRow, MoneyInput, useTypedValues } from '../../../kit/form/index.ts';
import { CampaignInput } from '../../campaigns/index.ts';
import { TypedHint } from '../../customers/index.ts';
import { type LeadWord, useLeadWords, useSourceOptions } from './words.ts';

/** Masked values of contact data, shown in place of what is not to be typed again. */
export type MaskedContact = Readonly<Partial<Record<'phone' | 'email' | 'landline' | 'wechat', string | null>>>;

/** Company, person and how to reach them; `masked` stands where something is already known. */
export function WhoFields({ masked = {} }: { readonly masked?: MaskedContact }) {
  const word = useLeadWords();
  return (
    <>
      <Field
        name="companyName"
        label={word('leads.field.companyName')}
        help={<TypedHint name="companyName" of={companyNameHint} otherwise={word('leads.field.companyName.hint')} />}
      >
        <Input maxLength={200} autoComplete="off" autoFocus />
      </Field>
      <FieldRow>
        <Field name="contactName" label={word('leads.field.contactName')}>
          <Input maxLength={80} autoComplete="off" />
        </Field>
        <Field name="contactTitle" label={word('leads.field.contactTitle')}>
          <Input maxLength={80} autoComplete="off" />
        </Field>
        <Field name="phone" label={word('leads.field.phone')} help={<TypedHint name="phone" of={phoneHint} />}>
          <Input type="tel" inputMode="tel" maxLength={60} autoComplete="off" placeholder={kept(word, masked.phone)} />
        </Field>
        <Field name="email" label={word('leads.field.email')} help={<TypedHint name="email" of={emailHint} />}>
          <Input inputMode="email" maxLength={254} autoComplete="off" placeholder={kept(word, masked.email)} />
        </Field>
      </FieldRow>
    </>
  );
}

function kept(word: LeadWord, masked: string | null | undefined): string | undefined {
  return masked ? word('leads.keep', { masked }) : undefined;
}

/** Line of business, kind of customer, and further ways to reach them. */
export function FurtherFields({ masked = {} }: { readonly masked?: MaskedContact }) {
  const word = useLeadWords();
  const types = CustomerType.options.map((type) => ({ value: type, label: word(`customerType.${type}`) }));
  return (
    <FieldRow>
      <Field name="industry" label={word('leads.field.industry')}>
        <Input maxLength={80} autoComplete="off" />
      </Field>
      <Field name="customerType" label={word('leads.field.customerType')}>
        <Select allowClear options={types} />
      </Field>
      <Field name="landline" label={word('leads.field.landline')} help={<TypedHint name="landline" of={phoneHint} />}>
        <Input type="tel" inputMode="tel" maxLength={60} autoComplete="off" placeholder={kept(word, masked.landline)} />
      </Field>
      <Field name="wechat" label={word('leads.field.wechat')}>
        <Input maxLength={64} autoComplete="off" placeholder={kept(word, masked.wechat)} />
      </Field>
      <Field
        name="creditCode"
        label={word('leads.field.creditCode')}
        help={<TypedHint name="creditCode" of={creditCodeHint} />}
      >
        <Input maxLength={40} autoComplete="off" />
      </Field>
      <Field name="website" label={word('leads.field.website')}>
        <Input maxLength={200} inputMode="url" autoComplete="off" />
      </Field>
    </FieldRow>
  );
}

/** Where the lead comes from; kept for ever. A text on no list is taken and waits for its mapping. */
export function SourceField() {
  const word = useLeadWords();
  const sources = useSourceOptions();
  return (
    <Field name="source" label={word('leads.field.source')} help={word('leads.field.source.hint')} required>
      <AutoComplete
        maxLength={120}
        options={sources.map(({ label }) => ({ value: label }))}
        showSearch={{ filterOption: (typed, option) => (option?.value ?? '').includes(typed) }}
      />
    </Field>
  );
}

/** What is wanted, for how much, by when. */
export function NeedFields() {
  const word = useLeadWords();
  const values = useTypedValues();
  const currency = typeof values['currency'] === 'string' ? values['currency'] : 'CNY';
  return (
    <>
      <Field
        name="need"
        label={word('leads.field.need')}
        help={<TypedHint name="need" of={needHint} otherwise={word('leads.field.need.hint')} />}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 8 }} maxLength={4_000} />
      </Field>
      <FieldRow>
        <Field name="budgetMinor" label={word('leads.field.budget')}>
          <MoneyInput currency={currency} />
        </Field>
        <Field name="currency" label={word('leads.field.currency')}>
          <Select placeholder="CNY" options={Currency.options.map((code) => ({ value: code, label: code }))} />
        </Field>
        <Field name="expectedPurchaseOn" label={word('leads.field.expectedPurchaseOn')}>
          <DayInput />
        </Field>
        <Field name="campaign" label={word('leads.field.campaign')}>
          <CampaignInput />
        </Field>
        <Field name="referrer" label={word('leads.field.referrer')} help={word('leads.field.referrer.hint')}>
          <Input maxLength={120} autoComplete="off" />
        </Field>
        <Field name="referredBy" label={word('leads.field.referredBy')}>
          <Input maxLength={80} autoComplete="off" />
        </Field>
      </FieldRow>
    </>
  );
}

/** Where the customer is; the region follows from the province unless it is given. */
export function PlaceFields() {
  const word = useLeadWords();
  return (
    <FieldRow>
      <Field name="province" label={word('leads.field.province')}>
        <Input maxLength={40} autoComplete="off" />
      </Field>
      <Field name="city" label={word('leads.field.city')}>
        <Input maxLength={60} autoComplete="off" />
      </Field>
      <Field name="region" label={word('leads.field.region')} help={word('leads.field.region.hint')}>
        <Input maxLength={40} autoComplete="off" />
      </Field>
    </FieldRow>
  );
}
