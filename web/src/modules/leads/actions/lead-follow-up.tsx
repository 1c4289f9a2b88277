import { getLead, type Lead, recordFollowUp } from '@dealtrail/protocol/leads';
import { useOperation } from '../../../kernel/client/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Sheet } from '../../../kit/dialog/index.tsx';
import { FollowUpSheet, useActivityWords } from '../../activities/index.ts';
import { useFollowUpTarget } from '../parts/use-follow-up-target.ts';

interface LeadFollowUpProps {
  readonly id: string;
  readonly open: boolean;
  readonly keyed?: boolean;
  readonly onClose: () => void;
}

function Form({ lead, ...sheet }: Omit<LeadFollowUpProps, 'id'> & { readonly lead: Lead }) {
  return <FollowUpSheet operation={recordFollowUp} target={useFollowUpTarget(lead)} {...sheet} />;
}

/** The form of a follow-up on a lead of which only the id is in hand. */
export function LeadFollowUp({ id, ...sheet }: LeadFollowUpProps) {
  const word = useActivityWords();
  const { data, error } = useOperation(getLead, { params: { id } });
  if (data) return <Form lead={data} {...sheet} />;
  if (!error) return null;
  return (
    <Sheet open={sheet.open} title={word('activities.followUp.title')} onClose={sheet.onClose}>
      <ProblemState error={error} />
    </Sheet>
  );
}
