import { type invalidateLead, InvalidReason, type Lead, type screenOutLead } from '@dealtrail/protocol/leads';
import { Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { ChoiceChips, Field, FormFrame } from '../../../kit/form/index.ts';
import { useLeadWords } from '../parts/words.ts';

interface Typed {
  reason: (typeof InvalidReason.options)[number];
  note?: string;
}

interface InvalidateProps {
  readonly lead: Lead;
  /** The verb of who follows it up, or of who screens it. */
  readonly by: typeof invalidateLead | typeof screenOutLead;
  readonly onClose: () => void;
}

/** Marks a lead as no real opportunity; 联系不上 is believed after three attempts on two days. */
export function InvalidateDialog({ lead, by, onClose }: InvalidateProps) {
  const word = useLeadWords();
  const act = useAct(by, { invalidates: ['leads.*', 'activities.*', 'insights.*'] });
  const problem = useProblemWords(act.error);
  const choices = InvalidReason.options.map((reason) => ({ value: reason, word: word(`invalidReason.${reason}`) }));
  const save = async ({ reason, note }: Typed) => {
    const said = note?.trim();
    await act.run({ params: { id: lead.id }, body: { reason, ...(said ? { note: said } : {}) } });
    onClose();
  };
  return (
    <Dialog open title={word('leads.invalidate.title', { title: lead.title })} onClose={onClose}>
      <FormFrame<Typed>
        label={word('leads.invalidate')}
        initial={{}}
        guard={false}
        problem={problem}
        submitWord={word('leads.invalidate')}
        onCancel={onClose}
        onSubmit={save}
      >
        <p className="k-t2 lead-dialog-note">{word('leads.invalidate.hint', { attempts: lead.attempts })}</p>
        <Field name="reason" label={word('leads.invalidate.reason')} required>
          <ChoiceChips choices={choices} />
        </Field>
        <Field name="note" label={word('leads.invalidate.note')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={500} />
        </Field>
      </FormFrame>
    </Dialog>
  );
}
