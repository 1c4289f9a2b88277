import type { Lead, LeadState } from '@dealtrail/protocol/leads';
import { useGo } from '../../../../kernel/routing/index.ts';
import { ProblemState } from '../../../../kernel/states/index.ts';
import { Peek } from '../../../../kit/peek/index.ts';
import { FieldList } from '../../../../kit/record/index.ts';
import { Skeleton } from '../../../../kit/states/index.ts';
import { RecordTimeline, useActivityWords } from '../../../activities/index.ts';
import { useLeadActs } from '../../actions/use-lead-acts.tsx';
import { useReveal } from '../../actions/use-reveal.tsx';
import { useLead } from '../../queries.ts';
import { LeadBudget } from '../record/lead-budget.tsx';
import { LeadClocks } from '../record/lead-clocks.tsx';
import { LeadPhone } from '../record/lead-contact.tsx';
import { DuplicateHits } from '../../../customers/index.ts';
import { LeadCompleteness, LeadIntent, LeadPriority } from '../record/lead-judgement.tsx';
import { LeadFacts, LeadMarks } from '../record/lead-marks.tsx';
import { useLeadWords } from '../words.ts';
import '../leads.css';

interface LeadPeekProps {
  readonly id: string;
  readonly position: { readonly index: number; readonly total: string } | undefined;
  readonly onPrevious: (() => void) | undefined;
  readonly onNext: (() => void) | undefined;
  readonly onClose: () => void;
}

type Frame = Omit<LeadPeekProps, 'id'>;

function LeadLook({ lead, ...frame }: Frame & { readonly lead: Lead }) {
  const word = useLeadWords();
  const said = useActivityWords();
  const go = useGo();
  const reveal = useReveal(lead);
  const acts = useLeadActs(lead, reveal);
  return (
    <Peek
      {...frame}
      title={lead.title}
      marks={<LeadMarks lead={lead} />}
      facts={<LeadFacts lead={lead} />}
      acts={acts.buttons}
      onOpen={() => go(`/leads/${lead.id}`)}
    >
      <LeadClocks clocks={lead.clocks} abilities={lead.abilities} />
      <FieldList
        fields={[
          [word('leads.field.intent'), <LeadIntent key="intent" lead={lead} />],
          [word('leads.field.priority'), <LeadPriority key="priority" lead={lead} />],
          [
            word('leads.field.contactName'),
            lead.contactName && (
              <>
                {lead.contactName}
                {lead.contactTitle && <span className="k-t3">{lead.contactTitle}</span>}
              </>
            ),
          ],
          [word('leads.field.phone'), <LeadPhone key="phone" lead={lead} reveal={reveal} />],
          [word('leads.field.need'), lead.need],
          [word('leads.field.budget'), <LeadBudget key="budget" lead={lead} />],
          [word('leads.field.completeness'), <LeadCompleteness key="complete" lead={lead} onComplete={acts.onEdit} />],
        ]}
      />
      <DuplicateHits hits={lead.duplicates} own={lead.customerId} />
      <section>
        <h3 className="lead-part">{said('activities.timeline')}</h3>
        <RecordTimeline recordId={lead.id} stateWord={(state) => word(`leadState.${state as LeadState}`)} />
      </section>
      {acts.windows}
    </Peek>
  );
}

/** A look at one lead beside the list: what it is, why it is urgent, what to do. */
export function LeadPeek({ id, ...frame }: LeadPeekProps) {
  const word = useLeadWords();
  const found = useLead(id);
  if (found.data) return <LeadLook key={id} lead={found.data} {...frame} />;
  return (
    <Peek {...frame} title={word('leads.title')}>
      {found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Skeleton count={8} />
      )}
    </Peek>
  );
}
