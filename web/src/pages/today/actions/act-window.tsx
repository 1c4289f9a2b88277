import { getLead, type Lead, recordFollowUp } from '@dealtrail/protocol/leads';
import { getOpportunity, recordOpportunityFollowUp } from '@dealtrail/protocol/opportunities';
import type { ProblemError } from '../../../kernel/client/index.ts';
import { useOperation } from '../../../kernel/client/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Sheet } from '../../../kit/dialog/index.tsx';
import { FollowUpSheet, LateReasonDialog } from '../../../modules/activities/index.ts';
import { useFollowUpTarget } from '../../../modules/leads/index.ts';
import { FactList } from '../parts/fact-list.tsx';
import { useTodayWords } from '../parts/words.ts';
import type { Acting } from './acting.ts';

interface OnRecord {
  readonly id: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

function NotThere({
  error,
  onClose,
  open,
}: {
  readonly error: ProblemError;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const word = useTodayWords();
  return (
    <Sheet open={open} title={word('today.act.follow_up')} onClose={onClose}>
      <ProblemState error={error} />
    </Sheet>
  );
}

function LeadForm({ lead, open, onClose }: Omit<OnRecord, 'id'> & { readonly lead: Lead }) {
  const target = useFollowUpTarget(lead);
  return <FollowUpSheet operation={recordFollowUp} target={target} open={open} onClose={onClose} />;
}

function OnLead({ id, open, onClose }: OnRecord) {
  const { data, error } = useOperation(getLead, { params: { id } });
  if (data) return <LeadForm lead={data} open={open} onClose={onClose} />;
  return error ? <NotThere error={error} open={open} onClose={onClose} /> : null;
}

function OnOpportunity({ id, open, onClose }: OnRecord) {
  const { data, error } = useOperation(getOpportunity, { params: { id } });
  if (!data) return error ? <NotThere error={error} open={open} onClose={onClose} /> : null;
  const target = {
    recordId: data.id,
    title: data.name,
    note: <FactList facts={[...(data.customerName === data.name ? [] : [data.customerName]), data.number]} />,
    clocks: data.clocks,
  };
  return <FollowUpSheet operation={recordOpportunityFollowUp} target={target} open={open} onClose={onClose} />;
}

/** The form an act of Today opens in place; its code comes with the first one. */
export function ActWindow({
  acting,
  open,
  onClose,
}: {
  readonly acting: Acting;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  if (acting.what === 'reason') return <LateReasonDialog clockId={acting.clockId} open={open} onClose={onClose} />;
  const Form = acting.recordKind === 'lead' ? OnLead : OnOpportunity;
  return <Form key={acting.recordId} id={acting.recordId} open={open} onClose={onClose} />;
}
