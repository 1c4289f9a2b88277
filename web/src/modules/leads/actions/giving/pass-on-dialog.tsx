import { bulkLeads, type Lead, type LeadBulkAction, passOnLead } from '@dealtrail/protocol/leads';
import { Input } from 'antd';
import { BulkDialog, type BulkProps } from '../../../../kernel/bulk/index.ts';
import { useAct } from '../../../../kernel/client/index.ts';
import { useProblemWords } from '../../../../kernel/states/index.ts';
import { Dialog } from '../../../../kit/dialog/index.tsx';
import { Field, FormFrame } from '../../../../kit/form/index.ts';
import { useLeadWords } from '../../parts/words.ts';

interface Typed {
  readonly note: string;
}

function Note() {
  const word = useLeadWords();
  return (
    <>
      <p className="lead-dialog-note k-t2">{word('leads.passOn.hint')}</p>
      <Field name="note" label={word('leads.passOn.note')} help={word('leads.passOn.note.hint')} required>
        <Input.TextArea maxLength={500} autoSize={{ minRows: 3, maxRows: 8 }} />
      </Field>
    </>
  );
}

/** Passes one screened lead on to sales. */
export function PassOnDialog({ lead, onClose }: { readonly lead: Lead; readonly onClose: () => void }) {
  const word = useLeadWords();
  const act = useAct(passOnLead, { invalidates: ['leads.*', 'activities.*', 'insights.*'] });
  const problem = useProblemWords(act.error);
  const save = async ({ note }: Typed) => {
    await act.run({ params: { id: lead.id }, body: { note: note.trim() } });
    onClose();
  };
  return (
    <Dialog open title={word('leads.passOn.title', { title: lead.title })} onClose={onClose}>
      <FormFrame<Typed>
        label={word('leads.passOn')}
        initial={{}}
        guard={false}
        problem={problem}
        submitWord={word('leads.passOn')}
        onCancel={onClose}
        onSubmit={save}
      >
        <Note />
      </FormFrame>
    </Dialog>
  );
}

/** Passes the picked leads on with one note. */
export function BulkPassOn(props: BulkProps) {
  const word = useLeadWords();
  return (
    <BulkDialog<Typed, LeadBulkAction>
      {...props}
      title={word('leads.passOn.many')}
      op={bulkLeads}
      chapter="leads"
      initial={{}}
      toAction={({ note }) => ({ do: 'pass_on', note: note.trim() })}
    >
      <Note />
    </BulkDialog>
  );
}
