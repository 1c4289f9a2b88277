import { getOpportunity, type Opportunity } from '@dealtrail/protocol/opportunities';
import { Input, InputNumber } from 'antd';
import { call } from '../../../kernel/client/index.ts';
import { useEdit } from '../../../kernel/edits/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { DayInput, Field, FieldRow, FormFrame, FormSheet, MoneyInput } from '../../../kit/form/index.ts';
import { Money } from '../../../kit/formats/index.ts';
import { formatPercent } from '../../../kit/formats/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { Conflict } from '../../../kit/states/index.ts';
import { useFocusOn } from '../parts/use-focus-on.ts';
import { useOpportunityWords } from '../parts/words.ts';
import { useUpdate } from '../queries.ts';
import { type EditableField, editableFields } from '../rules/gate-acts.ts';

type Facts = { readonly version: number } & Partial<Record<EditableField, string | number | null>>;

/** The editable facts; a probability that follows the stage stands empty. */
function factsOf(opportunity: Opportunity): Facts {
  const { name, amountMinor, expectedCloseOn, needSummary, competitor, probabilitySet, version } = opportunity;
  const probability = probabilitySet ? opportunity.probability : null;
  return { name, amountMinor, expectedCloseOn, needSummary, competitor, probability, version };
}

function Fields({ opportunity }: { readonly opportunity: Opportunity }) {
  const word = useOpportunityWords();
  const { language } = useKit();
  const stage = opportunity.process.stages.find((each) => each.key === opportunity.stageKey);
  const percent = formatPercent((stage?.probability ?? 0) / 100, language);
  return (
    <>
      <Field name="name" label={word('opportunities.field.name')} required>
        <Input maxLength={200} autoComplete="off" />
      </Field>
      <FieldRow>
        <Field name="amountMinor" label={word('opportunities.field.amountMinor')}>
          <MoneyInput currency={opportunity.currency} />
        </Field>
        <Field name="expectedCloseOn" label={word('opportunities.field.expectedCloseOn')}>
          <DayInput />
        </Field>
        <Field
          name="probability"
          label={word('opportunities.field.probability')}
          help={word('opportunities.field.probability.help', { percent })}
        >
          <InputNumber min={0} max={100} precision={0} suffix="%" controls={false} />
        </Field>
        <Field
          name="competitor"
          label={word('opportunities.field.competitor')}
          help={word('opportunities.field.competitor.help')}
        >
          <Input maxLength={120} autoComplete="off" />
        </Field>
      </FieldRow>
      <Field
        name="needSummary"
        label={word('opportunities.field.needSummary')}
        help={word('opportunities.field.needSummary.help')}
      >
        <Input.TextArea rows={4} maxLength={4_000} />
      </Field>
    </>
  );
}

interface EditFormProps {
  readonly opportunity: Opportunity;
  readonly field: EditableField | undefined;
  readonly onDirty: (dirty: boolean) => void;
  readonly onCancel: () => void;
  readonly onSaved: () => void;
}

function EditForm({ opportunity, field, onDirty, onCancel, onSaved }: EditFormProps) {
  const word = useOpportunityWords();
  const act = useUpdate();
  const params = { id: opportunity.id };
  const edit = useEdit({
    names: editableFields,
    began: factsOf(opportunity),
    save: (changes, version) => act.run({ params, body: { ...(changes as object), version } }),
    reread: async () => factsOf(await call(getOpportunity, { params })),
    onSaved,
  });
  const problem = useProblemWords(edit.clashes ? null : act.error);
  useFocusOn(field);
  const shown = (name: EditableField, value: string | number | null | undefined) =>
    name === 'amountMinor' ? (
      <Money minor={typeof value === 'number' ? value : null} currency={opportunity.currency} />
    ) : (
      (value ?? '—')
    );
  return (
    <div className="k-stack">
      {edit.clashes && (
        <Conflict
          differences={edit.clashes.map(({ name, mine, theirs }) => ({
            key: name,
            label: word(`opportunities.field.${name}`),
            mine: shown(name, mine),
            theirs: shown(name, theirs),
          }))}
          onKeepMine={edit.keepMine}
          onTakeTheirs={edit.takeTheirs}
        />
      )}
      <FormFrame<Facts>
        label={word('opportunities.edit')}
        initial={factsOf(opportunity)}
        guard={false}
        onDirty={onDirty}
        problem={problem}
        submitWord={word('opportunities.edit.act')}
        onCancel={onCancel}
        onSubmit={edit.submit}
      >
        <Fields opportunity={opportunity} />
      </FormFrame>
    </div>
  );
}

interface EditSheetProps {
  readonly opportunity: Opportunity;
  readonly open: boolean;
  /** Where the cursor starts: the field a gate asks for. */
  readonly field?: EditableField | undefined;
  readonly onClose: () => void;
}

/** Changes the facts of an opportunity; what somebody else changed meanwhile is not lost. */
export function EditSheet({ opportunity, open, field, onClose }: EditSheetProps) {
  const word = useOpportunityWords();
  return (
    <FormSheet open={open} title={word('opportunities.edit')} onClose={onClose}>
      {(markDirty, close) => (
        <EditForm opportunity={opportunity} field={field} onDirty={markDirty} onCancel={close} onSaved={onClose} />
      )}
    </FormSheet>
  );
}
