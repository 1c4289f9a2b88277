import { createTemplate, type FollowUpTemplate, listTemplates, updateTemplate } from '@dealtrail/protocol/activities';
import { Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { ChoiceChips, Field, FormFrame, FormSheet } from '../../../kit/form/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { MethodTiles } from '../parts/follow-up/method-tiles.tsx';
import { useActivityWords } from '../parts/words.ts';
import { placeholders } from '../rules/fill-template.ts';

interface Typed {
  readonly scope: 'organization' | 'own';
  readonly method: FollowUpTemplate['method'];
  readonly name: string;
  readonly content: string;
  readonly feedback?: string;
  readonly nextStep?: string;
}

interface TemplateSheetProps {
  /** What is changed; undefined: a new one. */
  readonly template: FollowUpTemplate | undefined;
  /** Whether the writer may keep texts for everybody. */
  readonly forAll: boolean;
  readonly onClose: () => void;
}

const given = (text: string | undefined) => text?.trim() || null;

function TextFields({ scoped }: { readonly scoped: boolean }) {
  const word = useActivityWords();
  const { language } = useKit();
  const scopes = (['own', 'organization'] as const).map((value) => ({
    value,
    word: word(`activities.templates.${value}`),
  }));
  return (
    <>
      <Field name="scope" label={word('activities.templates.scope')} when={scoped}>
        <ChoiceChips choices={scopes} />
      </Field>
      <Field name="method" label={word('activities.followUp.method')}>
        <MethodTiles />
      </Field>
      <Field name="name" label={word('activities.templates.name')} required>
        <Input maxLength={40} autoComplete="off" />
      </Field>
      <Field
        name="content"
        label={word('activities.followUp.content')}
        help={word('activities.templates.help', { placeholders: placeholders[language] })}
        required
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} maxLength={2_000} />
      </Field>
      <Field name="feedback" label={word('activities.followUp.feedback')}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1_000} />
      </Field>
      <Field name="nextStep" label={word('activities.followUp.nextStep')}>
        <Input maxLength={300} />
      </Field>
    </>
  );
}

/** Writes a text to begin a follow-up with; of a shipped one it makes the organisation's own. */
export function TemplateSheet({ template, forAll, onClose }: TemplateSheetProps) {
  const word = useActivityWords();
  const create = useAct(createTemplate, { invalidates: [listTemplates] });
  const update = useAct(updateTemplate, { invalidates: [listTemplates] });
  const problem = useProblemWords(create.error ?? update.error);
  const shipped = template?.scope === 'shipped';
  const save = async ({ scope, ...typed }: Typed) => {
    const text = { ...typed, feedback: given(typed.feedback), nextStep: given(typed.nextStep) };
    if (template?.id)
      await update.run({ params: { id: template.id }, body: { ...text, version: template.version ?? 1 } });
    else {
      const of = shipped ? { scope: 'organization' as const, shippedKey: template.shippedKey } : { scope };
      await create.run({ body: { ...of, ...text, active: true } });
    }
    onClose();
  };
  const title = word(template ? 'activities.templates.edit' : 'activities.templates.new');
  const initial: Partial<Typed> = template
    ? {
        method: template.method,
        name: template.name,
        content: template.content,
        feedback: template.feedback ?? '',
        nextStep: template.nextStep ?? '',
      }
    : { scope: 'own', method: 'phone' };
  return (
    <FormSheet open title={title} onClose={onClose}>
      {(markDirty, close) => (
        <FormFrame<Typed>
          label={title}
          initial={initial}
          problem={problem}
          onDirty={markDirty}
          onCancel={close}
          onSubmit={save}
        >
          <TextFields scoped={!template && forAll} />
        </FormFrame>
      )}
    </FormSheet>
  );
}
