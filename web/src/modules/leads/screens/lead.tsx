import type { Lead, LeadState } from '@dealtrail/protocol/leads';
import { useReasons } from '../../../kernel/clocks/index.ts';
import { Link, useAddressParam } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { ClockChip } from '../../../kit/clock/index.ts';
import { joined, Moment } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { useKit, usePhone } from '../../../kit/provider/index.ts';
import { FieldList, RecordPage } from '../../../kit/record/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import {
  openClocks,
  RecordFiles,
  RecordTasks,
  RecordTimeline,
  useActivityWords,
  useClockName,
} from '../../activities/index.ts';
import { MergesCard, RecordHistory, SharesCard } from '../../records/index.ts';
import { useLeadActs } from '../actions/use-lead-acts.tsx';
import { type Reveal, useReveal } from '../actions/use-reveal.tsx';
import { LeadCampaign } from '../parts/record/lead-campaign.tsx';
import { LeadBudget } from '../parts/record/lead-budget.tsx';
import { LeadClocks } from '../parts/record/lead-clocks.tsx';
import { LeadPhone } from '../parts/record/lead-contact.tsx';
import { DuplicateHits, JoinRequests } from '../../customers/index.ts';
import { LeadSources } from '../parts/record/lead-sources.tsx';
import { LeadCompleteness, LeadIntent, LeadOwner, LeadPriority } from '../parts/record/lead-judgement.tsx';
import { LeadOutcome } from '../parts/record/lead-outcome.tsx';
import { LeadFacts, LeadMarks } from '../parts/record/lead-marks.tsx';
import { useCustomerTypeName, useLeadWords, useSourceName } from '../parts/words.ts';
import { readable } from '../phone-number.ts';
import { useLead } from '../queries.ts';
import '../parts/leads.css';

function Need({ lead, onEdit }: { readonly lead: Lead; readonly onEdit: (() => void) | undefined }) {
  const word = useLeadWords();
  const { language } = useKit();
  const { nameOf: reasonOf } = useReasons('pause');
  return (
    <Card title={word('leads.part.judgement')}>
      <FieldList
        fields={[
          [word('leads.field.need'), lead.need && <span className="lead-need">{lead.need}</span>],
          [word('leads.field.budget'), <LeadBudget key="budget" lead={lead} />],
          [word('leads.field.intent'), <LeadIntent key="intent" lead={lead} />],
          [word('leads.field.priority'), <LeadPriority key="priority" lead={lead} />],
          [word('leads.field.owner'), <LeadOwner key="owner" lead={lead} />],
          lead.screenerName
            ? [
                word('leads.field.screener'),
                lead.state === 'assigned' && lead.acceptedAt === null
                  ? word('leads.screener.waiting', { name: lead.screenerName })
                  : lead.screenerName,
              ]
            : null,
          [word('leads.field.completeness'), <LeadCompleteness key="complete" lead={lead} onComplete={onEdit} />],
          lead.pauseReason
            ? [word('leads.pause.reason'), joined([reasonOf(lead.pauseReason), lead.pauseNote], 'facts', language)]
            : null,
          lead.invalidReason
            ? [word('leads.invalidate.reason'), word(`invalidReason.${lead.invalidReason as 'unreachable'}`)]
            : null,
        ]}
      />
    </Card>
  );
}

function Person({ lead, reveal }: { readonly lead: Lead; readonly reveal: Reveal }) {
  const word = useLeadWords();
  const shown = reveal.shown;
  return (
    <Card title={word('leads.part.person')}>
      <FieldList
        fields={[
          [word('leads.field.contactName'), lead.contactName],
          [word('leads.field.contactTitle'), lead.contactTitle],
          [word('leads.field.phone'), <LeadPhone key="phone" lead={lead} reveal={reveal} />],
          lead.landline && lead.phone
            ? [word('leads.field.landline'), readable(shown?.landline ?? lead.landline)]
            : null,
          [word('leads.field.email'), shown?.email ?? lead.email],
          lead.wechat ? [word('leads.field.wechat'), shown?.wechat ?? lead.wechat] : null,
        ]}
      />
    </Card>
  );
}

function Background({ lead }: { readonly lead: Lead }) {
  const word = useLeadWords();
  const sourceName = useSourceName();
  const { language } = useKit();
  const typeName = useCustomerTypeName();
  const place = [lead.region, lead.province, lead.city].filter(Boolean).join(' ');
  return (
    <Card title={word('leads.part.background')}>
      <FieldList
        fields={[
          [word('leads.field.companyName'), lead.companyName],
          [word('leads.field.industry'), lead.industry],
          [word('leads.field.customerType'), typeName(lead.customerType) || null],
          [word('leads.field.place'), place || null],
          [
            word('leads.field.source'),
            <>
              {sourceName(lead.source) || '—'}
              {lead.source && !lead.sourceListed && <span className="k-t3">{word('leads.source.unlisted')}</span>}
            </>,
          ],
          lead.referrer || lead.referredBy
            ? [word('leads.field.referrer'), joined([lead.referrer, lead.referredBy], 'facts', language)]
            : null,
          lead.campaign ? [word('leads.field.campaign'), <LeadCampaign key="campaign" lead={lead} />] : null,
          lead.creditCode ? [word('leads.field.creditCode'), lead.creditCode] : null,
          lead.website ? [word('leads.field.website'), lead.website] : null,
          lead.externalId ? [word('leads.field.externalId'), lead.externalId] : null,
          [
            word('leads.field.createdAt'),
            <Facts key="created">
              <Moment at={lead.createdAt} />
              {lead.createdByName}
            </Facts>,
          ],
        ]}
      />
    </Card>
  );
}

function Trail({ lead }: { readonly lead: Lead }) {
  const word = useLeadWords();
  return (
    <Facts>
      <Link to="/leads">{word('leads.title')}</Link>
      <LeadFacts lead={lead} />
    </Facts>
  );
}

function LeadPage({ lead }: { readonly lead: Lead }) {
  const word = useLeadWords();
  const said = useActivityWords();
  const nameOf = useClockName();
  const phone = usePhone();
  const reveal = useReveal(lead);
  const acts = useLeadActs(lead, reveal);
  const [urgent] = openClocks(lead.clocks);
  const timeline = (
    <RecordHistory recordId={lead.id} title={said('activities.timeline')}>
      <RecordTimeline recordId={lead.id} stateWord={(state) => word(`leadState.${state as LeadState}`)} />
    </RecordHistory>
  );
  return (
    <>
      <RecordPage
        title={lead.title}
        trail={<Trail lead={lead} />}
        marks={
          <>
            <LeadMarks lead={lead} />
            {urgent && urgent.state !== 'paused' && <ClockChip clock={urgent} label={nameOf(urgent.policyKey)} />}
          </>
        }
        actions={acts.buttons}
        main={
          <>
            <LeadOutcome lead={lead} />
            <LeadClocks clocks={lead.clocks} abilities={lead.abilities} />
            <JoinRequests recordId={lead.id} />
            <DuplicateHits hits={lead.duplicates} own={lead.customerId} of={{ kind: 'lead', id: lead.id }} />
            <Need lead={lead} onEdit={acts.onEdit} />
            {!phone && timeline}
          </>
        }
        side={
          <>
            <Person lead={lead} reveal={reveal} />
            <Card title={said('activities.tasks')}>
              <RecordTasks recordId={lead.id} mayAdd={lead.abilities.followUp} />
            </Card>
            <Background lead={lead} />
            <LeadSources lead={lead} />
            <MergesCard recordId={lead.id} />
            <SharesCard recordId={lead.id} />
            <Card title={said('activities.files')}>
              <RecordFiles recordId={lead.id} mayAdd={lead.abilities.update} />
            </Card>
            {phone && timeline}
          </>
        }
      />
      {acts.windows}
    </>
  );
}

/** The page of one lead. */
export function LeadRecord() {
  const found = useLead(useAddressParam('id'));
  if (found.isError && !found.data)
    return <ProblemState page error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton count={8} />;
  return <LeadPage key={found.data.id} lead={found.data} />;
}
