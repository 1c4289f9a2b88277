import { assignLead, bulkLeads, type LeadBulkAction, returnLead, ReturnReason } from '@dealtrail/protocol/leads';
import { Input } from 'antd';
import { BulkDialog, type BulkProps } from '../../../../kernel/bulk/index.ts';
import { useAct } from '../../../../kernel/client/index.ts';
import { useGo } from '../../../../kernel/routing/index.ts';
import { useProblemWords } from '../../../../kernel/states/index.ts';
import { Dialog } from '../../../../kit/dialog/index.tsx';
import { ChoiceChips, Field, FormFrame } from '../../../../kit/form/index.ts';
import { type Assignment, AssignFields } from '../../parts/assign-fields.tsx';
import { useLeadWords } from '../../parts/words.ts';

const changed = ['leads.*', 'activities.*', 'insights.*'] as const;

interface Returned {
  readonly reason: ReturnReason;
  readonly note?: string;
}

/** Why leads go back; "other" asks for a word about it. */
function ReturnFields() {
  const word = useLeadWords();
  return (
    <>
      <Field name="reason" label={word('pools.return.reason')} required>
        <ChoiceChips choices={ReturnReason.options.map((value) => ({ value, word: word(`returnReason.${value}`) }))} />
      </Field>
      <Field
        name="note"
        label={word('pools.return.note')}
        help={word('pools.return.note.hint')}
        required={(values) => values['reason'] === 'other'}
      >
        <Input.TextArea maxLength={300} autoSize={{ minRows: 2, maxRows: 5 }} />
      </Field>
    </>
  );
}

const told = ({ reason, note }: Returned) => ({ reason, ...(note?.trim() ? { note: note.trim() } : {}) });

/** Gives one lead back into the pool it belongs to. */
export function ReturnDialog({
  lead,
  onClose,
}: {
  readonly lead: { readonly id: string; readonly title: string };
  readonly onClose: () => void;
}) {
  const word = useLeadWords();
  const go = useGo();
  const act = useAct(returnLead, { invalidates: changed });
  const problem = useProblemWords(act.error);
  const save = async (values: Returned) => {
    await act.run({ params: { id: lead.id }, body: told(values) });
    onClose();
    // From here on the lead is out of its former owner's sight.
    go('/leads');
  };
  return (
    <Dialog open title={word('pools.return.title', { title: lead.title })} onClose={onClose}>
      <p className="lead-dialog-note k-t2">{word('pools.return.hint')}</p>
      <FormFrame<Returned>
        label={word('pools.return')}
        initial={{}}
        guard={false}
        problem={problem}
        submitWord={word('pools.return')}
        onCancel={onClose}
        onSubmit={save}
      >
        <ReturnFields />
      </FormFrame>
    </Dialog>
  );
}

/** Gives the picked leads back. */
export function BulkReturn(props: BulkProps) {
  const word = useLeadWords();
  return (
    <BulkDialog<Returned, LeadBulkAction>
      {...props}
      title={word('pools.bulk.return')}
      op={bulkLeads}
      chapter="leads"
      initial={{}}
      toAction={(values) => ({ do: 'return', ...told(values) })}
    >
      <ReturnFields />
    </BulkDialog>
  );
}

/** Claims the picked leads, as many as the limits let pass. */
export function BulkClaim(props: BulkProps) {
  const word = useLeadWords();
  return (
    <BulkDialog<object, LeadBulkAction>
      {...props}
      title={word('pools.bulk.claim')}
      op={bulkLeads}
      chapter="leads"
      initial={{}}
      toAction={() => ({ do: 'claim' })}
    >
      <p className="lead-dialog-note k-t2">{word('pools.bulk.claim.note')}</p>
    </BulkDialog>
  );
}

/** Gives a lead of a pool to a colleague. */
export function PoolAssign({
  id,
  name,
  onClose,
}: {
  readonly id: string;
  readonly name: string;
  readonly onClose: () => void;
}) {
  const word = useLeadWords();
  const act = useAct(assignLead, { invalidates: changed });
  const problem = useProblemWords(act.error);
  const save = async ({ ownerId, reason }: Assignment) => {
    await act.run({ params: { id }, body: { ownerId, reason: reason.trim() } });
    onClose();
  };
  return (
    <Dialog open title={word('leads.assign.title', { title: name })} onClose={onClose}>
      <FormFrame<Assignment>
        label={word('leads.assign')}
        initial={{}}
        guard={false}
        problem={problem}
        submitWord={word('leads.assign')}
        onCancel={onClose}
        onSubmit={save}
      >
        <AssignFields />
      </FormFrame>
    </Dialog>
  );
}
