import { createForm, listForms, updateForm, type WebForm } from '@dealtrail/protocol/forms';
import { Input, Select } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Field, FormFrame, FormSheet } from '../../../kit/form/index.ts';
import { useSourceOptions } from '../../leads/index.ts';
import { FieldsInput } from '../parts/fields-input.tsx';
import { useFormWords } from '../parts/words.ts';

interface Typed {
  readonly name: string;
  readonly source: string;
  readonly campaign?: string;
  readonly fields: WebForm['fields'];
  readonly consentText: string;
  readonly thanksText: string;
  readonly redirectUrl?: string;
}

const usual: WebForm['fields'] = [
  { name: 'companyName', required: true },
  { name: 'contactName', required: true },
  { name: 'phone', required: true },
  { name: 'need', required: false },
];

function settingsOf({ campaign, redirectUrl, ...typed }: Typed) {
  return { ...typed, campaign: campaign?.trim() || null, redirectUrl: redirectUrl?.trim() || null };
}

function typedOf({ name, source, campaign, fields, consentText, thanksText, redirectUrl }: WebForm): Typed {
  return { name, source, campaign: campaign ?? '', fields, consentText, thanksText, redirectUrl: redirectUrl ?? '' };
}

function Settings() {
  const word = useFormWords();
  const sources = useSourceOptions();
  return (
    <>
      <Field name="name" label={word('forms.field.name')} required>
        <Input maxLength={80} autoComplete="off" />
      </Field>
      <Field name="source" label={word('forms.field.source')} required>
        <Select options={[...sources]} showSearch={{ optionFilterProp: 'label' }} />
      </Field>
      <Field name="campaign" label={word('forms.field.campaign')}>
        <Input maxLength={120} autoComplete="off" />
      </Field>
      <Field name="fields" label={word('forms.field.fields')} required>
        <FieldsInput />
      </Field>
      <Field
        name="consentText"
        label={word('forms.field.consentText')}
        help={word('forms.field.consentText.help')}
        required
      >
        <Input.TextArea rows={3} maxLength={2_000} />
      </Field>
      <Field name="thanksText" label={word('forms.field.thanksText')} required>
        <Input maxLength={500} autoComplete="off" />
      </Field>
      <Field name="redirectUrl" label={word('forms.field.redirectUrl')}>
        <Input type="url" maxLength={500} autoComplete="off" placeholder="https://" />
      </Field>
    </>
  );
}

/** Makes a web form or changes one. */
export function FormEditor({ form, onClose }: { readonly form: WebForm | undefined; readonly onClose: () => void }) {
  const word = useFormWords();
  const making = useAct(createForm, { invalidates: [listForms] });
  const changing = useAct(updateForm, { invalidates: [listForms] });
  const problem = useProblemWords(making.error ?? changing.error);
  const title = word(form ? 'forms.edit' : 'forms.new');
  const fresh = {
    source: 'website',
    fields: usual,
    consentText: word('forms.consent.default'),
    thanksText: word('forms.thanks.default'),
  };
  return (
    <FormSheet open title={title} onClose={onClose}>
      {(markDirty, close) => (
        <FormFrame<Typed>
          label={title}
          initial={form ? typedOf(form) : fresh}
          problem={problem}
          onCancel={close}
          onDirty={markDirty}
          onSubmit={async (typed) => {
            const settings = settingsOf(typed);
            await (form
              ? changing.run({ params: { id: form.id }, body: { version: form.version, ...settings } })
              : making.run({ body: { ...settings, active: true } }));
            onClose();
          }}
        >
          <Settings />
        </FormFrame>
      )}
    </FormSheet>
  );
}
