import type { OpportunityRow, ProcessStage } from '@dealtrail/protocol/opportunities';
import { useMemo } from 'react';
import { ClockChip } from '../../../../kit/clock/index.ts';
import { formatPercent, type Language, Moment, Money } from '../../../../kit/formats/index.ts';
import { StateTag } from '../../../../kit/mark/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import type { Column } from '../../../../kit/table/index.ts';
import { useClockName } from '../../../activities/index.ts';
import { type OpportunityWord, useOpportunityWords, useStageName } from '../words.ts';
import { FactCell } from './edit-cells.tsx';

type Cell = Column<OpportunityRow>['render'];

const dash = <span className="k-t3">—</span>;
const hidden = { startsHidden: true };
const end = { end: true };

const money =
  (pick: (row: OpportunityRow) => number | null): Cell =>
  (row) => <Money minor={pick(row)} currency={row.currency} />;

interface Said {
  readonly word: OpportunityWord;
  readonly stageName: (key: string) => string;
  readonly clockName: (policyKey: string) => string;
  readonly language: Language;
}

function columnsOf({ word, stageName, clockName, language }: Said): Column<OpportunityRow>[] {
  const column = (
    key: string,
    title: Parameters<typeof word>[0],
    width: number,
    render: Cell,
    more: Partial<Column<OpportunityRow>> = {},
  ): Column<OpportunityRow> => ({ key, title: word(title), width, render, ...more });
  const clock: Cell = (row) =>
    row.clock ? <ClockChip clock={row.clock} label={clockName(row.clock.policyKey)} short /> : dash;
  const probability: Cell = (row) => formatPercent(row.probability / 100, language);
  const weighted = money((row) => row.weightedMinor);
  return [
    column('name', 'opportunities.field.name', 220, (row) => row.name),
    column('customer', 'opportunities.field.customer', 170, (row) => row.customerName),
    column('stage', 'opportunities.field.stage', 124, (row) => stageName(row.stageKey)),
    column('clock', 'opportunities.field.clock', 190, clock),
    column('amount', 'opportunities.column.amount', 110, (row) => <FactCell row={row} field="amountMinor" />, {
      ...end,
      sortBy: 'amountMinor',
    }),
    column('probability', 'opportunities.field.probability', 88, probability, end),
    column('weighted', 'opportunities.column.weighted', 110, weighted, { ...end, sortBy: 'weightedMinor' }),
    column(
      'closing',
      'opportunities.field.expectedCloseOn',
      140,
      (row) => <FactCell row={row} field="expectedCloseOn" />,
      { sortBy: 'expectedCloseOn', groupOf: (row) => row.expectedCloseOn?.slice(0, 7) ?? word('opportunities.noDay') },
    ),
    column('state', 'opportunities.field.state', 96, (row) => (
      <StateTag>{word(`opportunityState.${row.state}`)}</StateTag>
    )),
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

/** The columns of the list of opportunities; the same as long as the words are, so that rows need not be drawn again. */
export function useOpportunityColumns(stages: readonly ProcessStage[]): Column<OpportunityRow>[] {
  const word = useOpportunityWords();
  const stageName = useStageName(stages);
  const clockName = useClockName();
  const { language } = useKit();
  return useMemo(() => columnsOf({ word, stageName, clockName, language }), [word, stageName, clockName, language]);
}
