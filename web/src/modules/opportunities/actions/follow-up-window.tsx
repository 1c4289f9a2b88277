import { getLead, type Lead, recordFollowUp } from '@dealtrail/protocol/leads';
import { getOpportunity, recordOpportunityFollowUp } from '@dealtrail/protocol/opportunities';
import { type ProblemError, useOperation } from '../../../kernel/client/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Sheet } from '../../../kit/dialog/index.tsx';
import { Facts } from '../../../kit/mark/index.ts';
import { FollowUpSheet, useActivityWords } from '../../activities/index.ts';
import { useFollowUpTarget } from '../../leads/index.ts';

interface OnRecord {
  readonly id: string;
  readonly open: boolean;
  readonly onClose: () => void;
}

function NotThere({ error, open, onClose }: Omit<OnRecord, 'id'> & { readonly error: ProblemError }) {
  const word = useActivityWords();
  return (
    <Sheet open={open} title={word('activities.followUp.title')} onClose={onClose}>
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
    note: (
      <Facts>
        {data.customerName !== data.name && <span key="customer">{data.customerName}</span>}
        <span key="number">{data.number}</span>
      </Facts>
    ),
    clocks: data.clocks,
  };
  return <FollowUpSheet operation={recordOpportunityFollowUp} target={target} open={open} onClose={onClose} />;
}

/** The form of a follow-up on a lead or an opportunity, wherever one stands. */
export function FollowUpWindow({ recordKind, ...on }: OnRecord & { readonly recordKind: string }) {
  const Form = recordKind === 'lead' ? OnLead : OnOpportunity;
  return <Form key={on.id} {...on} />;
}
