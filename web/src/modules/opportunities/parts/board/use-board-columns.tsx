import type { board } from '@dealtrail/protocol/opportunities';
import type { Answer } from '@dealtrail/protocol/kernel';
import type { BoardColumn } from '../../../../kit/board/index.ts';
import { formatPercent } from '../../../../kit/formats/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { DealSums, OpenDeals } from '../look/deal-sums.tsx';
import { useOpportunityWords, useStageName } from '../words.ts';

/** The column of what was won this month; no stage has this key. */
export const WON = ' won';

/** The columns of the board: one a stage, and at the end what was won this month. */
export function useBoardColumns({ process, columns, wonThisMonth }: Answer<typeof board>): readonly BoardColumn[] {
  const word = useOpportunityWords();
  const { language } = useKit();
  const stageName = useStageName(process.stages);
  const chance = (key: string) => process.stages.find((stage) => stage.key === key)?.probability ?? 0;
  const { signed, awaitingSigning } = wonThisMonth;
  return [
    ...columns.map(({ stageKey, count, sums }) => ({
      key: stageKey,
      name: stageName(stageKey),
      count,
      figure: <DealSums sums={sums.map((sum) => ({ ...sum, minor: sum.amountMinor }))} />,
      notes: [
        word('opportunities.board.chance', { percent: formatPercent(chance(stageKey) / 100, language) }),
        <span key="weighted">
          {word('opportunities.board.weighted')}{' '}
          <DealSums sums={sums.map((sum) => ({ ...sum, minor: sum.weightedMinor }))} />
        </span>,
      ] as const,
    })),
    {
      key: WON,
      name: word('opportunities.board.won'),
      count: wonThisMonth.count,
      closed: true,
      notes: [
        <span key="signed">
          {word('opportunities.board.signed')}{' '}
          <DealSums sums={signed.map((sum) => ({ ...sum, minor: sum.signedMinor }))} />
        </span>,
        awaitingSigning > 0 && (
          <OpenDeals key="awaiting" drill={wonThisMonth.awaitingDrill}>
            {word('opportunityState.won_awaiting_signing')} {awaitingSigning}
          </OpenDeals>
        ),
      ] as const,
    },
  ];
}
