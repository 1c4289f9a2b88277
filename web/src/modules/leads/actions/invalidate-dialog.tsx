import { invalidateLead, type Lead } from '@dealtrail/protocol/leads';
import { Input } from 'antd';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { ChoiceChips, Field, FormFrame } from '../../../kit/form/index.ts';
import { useLeadWords } from '../parts/words.ts';

const reasons = ['wrong_information', 'customer_cancelled', 'unreachable', 'not_a_buyer'] as const;

interface Typed {
  reason: (typeof reasons)[number];
  note?: string;
}

/** Marks a lead as no real opportunity; 联系不上 is believed after three attempts on two days. */
export function InvalidateDialog({ lead, onClose }: { readonly lead: Lead; readonly onClose: () => void }) {
  const word = useLeadWords();
  const act = useAct(invalidateLead, { invalidates: ['leads.*', 'activities.*', 'insights.*'] });
  const problem = useProblemWords(act.error);
  const choices = reasons.map((reason) => ({ value: reason, word: word(`invalidReason.${reason}`) }));
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
