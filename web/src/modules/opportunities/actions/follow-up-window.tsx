import { getOpportunity, recordOpportunityFollowUp } from '@dealtrail/protocol/opportunities';
import { useOperation } from '../../../kernel/client/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Sheet } from '../../../kit/dialog/index.tsx';
import { FollowUpSheet, useActivityWords } from '../../activities/index.ts';
import { LeadFollowUp } from '../../leads/index.ts';
import { followUpTarget } from '../parts/follow-up-target.tsx';

interface OnRecord {
  readonly id: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

function OnOpportunity({ id, open, onClose }: OnRecord) {
  const word = useActivityWords();
  const { data, error } = useOperation(getOpportunity, { params: { id } });
  if (data)
    return (
      <FollowUpSheet
        operation={recordOpportunityFollowUp}
        target={followUpTarget(data)}
        open={open}
        onClose={onClose}
      />
    );
  if (!error) return null;
  return (
    <Sheet open={open} title={word('activities.followUp.title')} onClose={onClose}>
      <ProblemState error={error} />
    </Sheet>
  );
}

/** The form of a follow-up on a lead or an opportunity, wherever one stands. */
export function FollowUpWindow({ recordKind, ...on }: OnRecord & { readonly recordKind: string }) {
  const Form = recordKind === 'lead' ? LeadFollowUp : OnOpportunity;
  return <Form key={on.id} {...on} />;
}
