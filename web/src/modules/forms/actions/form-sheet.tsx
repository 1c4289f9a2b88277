import { createForm, listForms, updateForm, type WebForm } from '@dealtrail/protocol/forms';
import { Input, Select } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useSession } from '../../../kernel/session/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Field, FormFrame, FormSheet, useTypedValues } from '../../../kit/form/index.ts';
import { CampaignInput } from '../../campaigns/index.ts';
import { useSourceOptions } from '../../leads/index.ts';
import { AccentInput } from '../parts/accent-input.tsx';
import { FieldsInput } from '../parts/fields-input.tsx';
import { FormPreview } from '../parts/form-preview.tsx';
import { useFormWords } from '../parts/words.ts';

interface Typed {
  readonly name: string;
  readonly title?: string;
  readonly intro?: string;
  readonly sendText?: string;
  readonly accent: string | null;
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

const given = (text: string | undefined) => text?.trim() || null;

function settingsOf({ title, intro, sendText, campaign, redirectUrl, ...typed }: Typed) {
  return {
    ...typed,
    title: given(title),
    intro: given(intro),
    sendText: given(sendText),
    campaign: given(campaign),
    redirectUrl: given(redirectUrl),
  };
}

function typedOf(form: WebForm): Typed {
  const { name, source, accent, fields, consentText, thanksText } = form;
  return {
    name,
    source,
    accent,
    fields,
    consentText,
    thanksText,
    title: form.title ?? '',
    intro: form.intro ?? '',
    sendText: form.sendText ?? '',
    campaign: form.campaign ?? '',
    redirectUrl: form.redirectUrl ?? '',
  };
}

function Channel() {
  const word = useFormWords();
  const sources = useSourceOptions();
  return (
    <fieldset>
      <legend>{word('forms.part.channel')}</legend>
      <Field name="name" label={word('forms.field.name')} required>
        <Input maxLength={80} autoComplete="off" />
      </Field>
      <Field name="source" label={word('forms.field.source')} required>
        <Select options={[...sources]} showSearch={{ optionFilterProp: 'label' }} />
      </Field>
      <Field name="campaign" label={word('forms.field.campaign')}>
        <CampaignInput />
      </Field>
    </fieldset>
  );
}

function Page() {
  const word = useFormWords();
  return (
    <fieldset>
      <legend>{word('forms.part.page')}</legend>
      <Field name="title" label={word('forms.field.title')}>
        <Input maxLength={80} autoComplete="off" placeholder={word('forms.field.title.usual')} />
      </Field>
      <Field name="intro" label={word('forms.field.intro')}>
        <Input.TextArea rows={2} maxLength={500} />
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
      <Field name="sendText" label={word('forms.field.sendText')}>
        <Input maxLength={20} autoComplete="off" placeholder={word('forms.public.send')} />
      </Field>
      <Field name="accent" label={word('forms.field.accent')}>
        <AccentInput />
      </Field>
    </fieldset>
  );
}

function Afterwards() {
  const word = useFormWords();
  return (
    <fieldset>
      <legend>{word('forms.part.after')}</legend>
      <Field name="thanksText" label={word('forms.field.thanksText')} required>
        <Input maxLength={500} autoComplete="off" />
      </Field>
      <Field name="redirectUrl" label={word('forms.field.redirectUrl')}>
        <Input type="url" maxLength={500} autoComplete="off" placeholder="https://" />
      </Field>
    </fieldset>
  );
}

/** What is typed so far, as a visitor will see it. */
function Preview() {
  const { organization } = useSession();
  const typed = useTypedValues() as Partial<Typed>;
  return (
    <FormPreview
      form={{
        organizationName: organization.name,
        title: given(typed.title),
        intro: given(typed.intro),
        sendText: given(typed.sendText),
        accent: typed.accent ?? null,
        fields: [...(typed.fields ?? [])],
        consentText: typed.consentText ?? '',
      }}
    />
  );
}

/** Makes a web form or changes one, with the visitor's page beside it. */
export function FormEditor({ form, onClose }: { readonly form: WebForm | undefined; readonly onClose: () => void }) {
  const word = useFormWords();
  const making = useAct(createForm, { invalidates: [listForms] });
  const changing = useAct(updateForm, { invalidates: [listForms] });
  const problem = useProblemWords(making.error ?? changing.error);
  const title = word(form ? 'forms.edit' : 'forms.new');
  const fresh = {
    source: 'website',
    accent: null,
    fields: usual,
    consentText: word('forms.consent.default'),
    thanksText: word('forms.thanks.default'),
  };
  return (
    <FormSheet open title={title} width={960} onClose={onClose}>
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
          <div className="form-builder">
            <div>
              <Channel />
              <Page />
              <Afterwards />
            </div>
            <Preview />
          </div>
        </FormFrame>
      )}
    </FormSheet>
  );
}
