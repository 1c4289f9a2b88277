import type { Opportunity, OpportunityRow } from '@dealtrail/protocol/opportunities';
import type { ListAnswer } from '../../../../kernel/client/index.ts';
import { useGo } from '../../../../kernel/routing/index.ts';
import { ProblemState } from '../../../../kernel/states/index.ts';
import { Day, formatCount, Money } from '../../../../kit/formats/index.ts';
import { GateList } from '../../../../kit/gate/index.ts';
import { Facts, StateTag } from '../../../../kit/mark/index.ts';
import { Peek } from '../../../../kit/peek/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { FieldList } from '../../../../kit/record/index.ts';
import { Skeleton } from '../../../../kit/states/index.ts';
import type { Do } from '../../actions/doing.ts';
import { useOpportunity } from '../../queries.ts';
import { ClockMarks } from '../clock-marks.tsx';
import { useGateItems, useMetItems } from '../gate-items.tsx';
import { MainActs } from '../main-acts.tsx';
import { useOpportunityWords, useStageName } from '../words.ts';

interface OpportunityPeekProps {
  readonly rows: readonly OpportunityRow[];
  readonly total: ListAnswer<OpportunityRow>['total'];
  /** Id of the opportunity looked at. */
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
  readonly onDo: Do;
}

function Inside({ opportunity, onDo }: { readonly opportunity: Opportunity; readonly onDo: Do }) {
  const word = useOpportunityWords();
  const stageName = useStageName(opportunity.process.stages);
  const items = useGateItems(onDo);
  const metItems = useMetItems();
  const { gate, amountMinor, currency } = opportunity;
  return (
    <>
      <div className="k-row k-wrap">
        <ClockMarks opportunity={opportunity} />
      </div>
      <FieldList
        fields={[
          [word('opportunities.field.stage'), stageName(opportunity.stageKey)],
          [word('opportunities.field.amountMinor'), <Money key="amount" minor={amountMinor} currency={currency} />],
          [word('opportunities.field.expectedCloseOn'), <Day key="day" day={opportunity.expectedCloseOn} />],
          [word('opportunities.field.needSummary'), opportunity.needSummary],
          [word('opportunities.field.competitor'), opportunity.competitor],
        ]}
      />
      {gate.to && (
        <div className="k-card">
          <GateList stage={stageName(gate.to)} missing={items(opportunity, gate.unmet)} there={metItems(gate.met)} />
        </div>
      )}
    </>
  );
}

/** A look at one opportunity beside the list: what it is, what is missing, and the next right step. */
export function OpportunityPeek({ rows, total, chosen, onChoose, onDo }: OpportunityPeekProps) {
  const word = useOpportunityWords();
  const { language } = useKit();
  const go = useGo();
  const index = rows.findIndex((row) => row.id === chosen);
  const row = rows[index];
  if (!row) return null;
  const before = rows[index - 1];
  const after = rows[index + 1];
  return (
    <Peek
      title={row.name}
      marks={<StateTag>{word(`opportunityState.${row.state}`)}</StateTag>}
      facts={
        <Facts>
          <span key="customer">{row.customerName}</span>
          <span key="number">{row.number}</span>
          {row.ownerName && <span key="owner">{row.ownerName}</span>}
        </Facts>
      }
      acts={<PeekActs key={row.id} id={row.id} onDo={onDo} />}
      position={total && { index: index + 1, total: formatCount(total.count, language) }}
      onPrevious={before && (() => onChoose(before.id))}
      onNext={after && (() => onChoose(after.id))}
      onOpen={() => go(`/opportunities/${row.id}`)}
      onClose={() => onChoose(undefined)}
    >
      <PeekBody key={row.id} id={row.id} onDo={onDo} />
    </Peek>
  );
}

interface PeekPartProps {
  readonly id: string;
  readonly onDo: Do;
}

function PeekActs({ id, onDo }: PeekPartProps) {
  const found = useOpportunity(id);
  return found.data ? <MainActs opportunity={found.data} onDo={onDo} /> : null;
}

function PeekBody({ id, onDo }: PeekPartProps) {
  const found = useOpportunity(id);
  if (found.isError) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  return found.data ? <Inside opportunity={found.data} onDo={onDo} /> : <Skeleton />;
}
