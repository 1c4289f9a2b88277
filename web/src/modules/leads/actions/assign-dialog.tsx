import { assignLead, type Lead } from '@dealtrail/protocol/leads';
import { useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { FormFrame } from '../../../kit/form/index.ts';
import { type Assignment, AssignFields } from '../parts/assign-fields.tsx';
import { useLeadWords } from '../parts/words.ts';

/** Hands one lead to a colleague, with the reason. */
export function AssignDialog({ lead, onClose }: { readonly lead: Lead; readonly onClose: () => void }) {
  const word = useLeadWords();
  const act = useAct(assignLead, { invalidates: ['leads.*', 'activities.*', 'insights.*'] });
  const problem = useProblemWords(act.error);
  const save = async ({ ownerId, reason }: Assignment) => {
    await act.run({ params: { id: lead.id }, body: { version: lead.version, ownerId, reason: reason.trim() } });
    onClose();
  };
  return (
    <Dialog open title={word('leads.assign.title', { title: lead.title })} onClose={onClose}>
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
