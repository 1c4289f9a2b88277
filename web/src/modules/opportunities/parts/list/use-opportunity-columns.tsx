import type { OpportunityRow, ProcessStage } from '@dealtrail/protocol/opportunities';
import { ClockChip } from '../../../../kit/clock/index.ts';
import { formatPercent, Moment, Money } from '../../../../kit/formats/index.ts';
import { StateTag } from '../../../../kit/mark/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import type { Column } from '../../../../kit/table/index.ts';
import { useClockName } from '../../../activities/index.ts';
import { useOpportunityWords, useStageName } from '../words.ts';
import { FactCell } from './edit-cells.tsx';

type Cell = Column<OpportunityRow>['render'];

const dash = <span className="k-t3">—</span>;
const hidden = { startsHidden: true };
const end = { end: true };

function useColumn() {
  const word = useOpportunityWords();
  return (
    key: string,
    title: Parameters<typeof word>[0],
    width: number,
    render: Cell,
    more: Partial<Column<OpportunityRow>> = {},
  ): Column<OpportunityRow> => ({ key, title: word(title), width, render, ...more });
}

const money =
  (pick: (row: OpportunityRow) => number | null): Cell =>
  (row) => <Money minor={pick(row)} currency={row.currency} />;

function useMarks(stages: readonly ProcessStage[]): Record<'stage' | 'clock' | 'state' | 'probability', Cell> {
  const word = useOpportunityWords();
  const stageName = useStageName(stages);
  const nameOf = useClockName();
  const { language } = useKit();
  return {
    stage: (row) => stageName(row.stageKey),
    clock: ({ clock }) => (clock ? <ClockChip clock={clock} label={nameOf(clock.policyKey)} short /> : dash),
    state: (row) => <StateTag>{word(`opportunityState.${row.state}`)}</StateTag>,
    probability: (row) => formatPercent(row.probability / 100, language),
  };
}

/** The columns of the list of opportunities. */
export function useOpportunityColumns(stages: readonly ProcessStage[]): Column<OpportunityRow>[] {
  const column = useColumn();
  const mark = useMarks(stages);
  const word = useOpportunityWords();
  const weighted = money((row) => row.weightedMinor);
  return [
    column('name', 'opportunities.field.name', 220, (row) => row.name),
    column('customer', 'opportunities.field.customer', 170, (row) => row.customerName),
    column('stage', 'opportunities.field.stage', 96, mark.stage),
    column('clock', 'opportunities.field.clock', 190, mark.clock),
    column('amount', 'opportunities.field.amountMinor', 110, (row) => <FactCell row={row} field="amountMinor" />, {
      ...end,
      sortBy: 'amountMinor',
    }),
    column('probability', 'opportunities.field.probability', 70, mark.probability, end),
    column('weighted', 'opportunities.field.weighted', 110, weighted, { ...end, sortBy: 'weightedMinor' }),
    column(
      'closing',
      'opportunities.field.expectedCloseOn',
      140,
      (row) => <FactCell row={row} field="expectedCloseOn" />,
      {
        sortBy: 'expectedCloseOn',
        groupOf: (row) => row.expectedCloseOn?.slice(0, 7) ?? word('opportunities.noDay'),
      },
    ),
    column('state', 'opportunities.field.state', 96, mark.state),
    column('owner', 'opportunities.field.owner', 96, (row) => row.ownerName ?? dash),
    column('moved', 'opportunities.field.moved', 120, (row) => <Moment at={row.lastMovementAt} ago />, hidden),
    column('number', 'opportunities.field.number', 170, (row) => row.number, hidden),
    column('department', 'opportunities.field.department', 120, (row) => row.departmentName ?? dash, hidden),
    column('industry', 'opportunities.field.industry', 120, (row) => row.industry ?? dash, hidden),
    column('region', 'opportunities.field.region', 90, (row) => row.region ?? dash, hidden),
    column('created', 'opportunities.field.createdAt', 150, (row) => <Moment at={row.createdAt} />, {
      sortBy: 'createdAt',
      ...hidden,
    }),
  ];
}
