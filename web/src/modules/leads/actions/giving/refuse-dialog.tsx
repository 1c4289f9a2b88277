import { type Lead, refuseLead, RefusalReason } from '@dealtrail/protocol/leads';
import { Input } from 'antd';
import { useAct } from '../../../../kernel/client/index.ts';
import { useGo } from '../../../../kernel/routing/index.ts';
import { useProblemWords } from '../../../../kernel/states/index.ts';
import { Dialog } from '../../../../kit/dialog/index.tsx';
import { ChoiceChips, Field, FormFrame } from '../../../../kit/form/index.ts';
import { useLeadWords } from '../../parts/words.ts';

interface Typed {
  readonly reason: RefusalReason;
  readonly note?: string;
}

/** Refuses a lead one was just given, with the reason. */
export function RefuseDialog({ lead, onClose }: { readonly lead: Lead; readonly onClose: () => void }) {
  const word = useLeadWords();
  const go = useGo();
  const act = useAct(refuseLead, { invalidates: ['leads.*', 'activities.*', 'insights.*'] });
  const problem = useProblemWords(act.error);
  const save = async ({ reason, note }: Typed) => {
    const said = note?.trim();
    await act.run({ params: { id: lead.id }, body: { reason, ...(said ? { note: said } : {}) } });
    onClose();
    // From here on the lead may be out of its former owner's sight.
    go('/leads');
  };
  const hint = lead.abilities.accept
    ? word('leads.refuse.hint.screener', { name: lead.screenerName ?? '' })
    : word('leads.refuse.hint.rules');
  return (
    <Dialog open title={word('leads.refuse.title', { title: lead.title })} onClose={onClose}>
      <p className="lead-dialog-note k-t2">{hint}</p>
      <FormFrame<Typed>
        label={word('leads.refuse')}
        initial={{}}
        guard={false}
        problem={problem}
        submitWord={word('leads.refuse')}
        onCancel={onClose}
        onSubmit={save}
      >
        <Field name="reason" label={word('leads.refuse.reason')} required>
          <ChoiceChips
            choices={RefusalReason.options.map((value) => ({ value, word: word(`refusalReason.${value}`) }))}
          />
        </Field>
        <Field name="note" label={word('leads.refuse.note')} required={(values) => values['reason'] === 'other'}>
          <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 5 }} />
        </Field>
      </FormFrame>
    </Dialog>
  );
}
