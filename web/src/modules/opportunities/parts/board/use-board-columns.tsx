import type { board } from '@dealtrail/protocol/opportunities';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useSession } from '../../../../kernel/session/index.ts';
import type { BoardColumn } from '../../../../kit/board/index.ts';
import { formatPercent, Money } from '../../../../kit/formats/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { useOpportunityWords, useStageName } from '../words.ts';

/** The column of what was won this month; no stage has this key. */
export const WON = ' won';

/** The columns of the board: one a stage, and at the end what was won this month. */
export function useBoardColumns({ process, columns, wonThisMonth }: Answer<typeof board>): readonly BoardColumn[] {
  const word = useOpportunityWords();
  const { language } = useKit();
  const { currency } = useSession().organization;
  const stageName = useStageName(process.stages);
  const chance = (key: string) => process.stages.find((stage) => stage.key === key)?.probability ?? 0;
  const signed = wonThisMonth.cards.reduce((sum, row) => sum + (row.signedMinor ?? 0), 0);
  const allShown = wonThisMonth.cards.length === wonThisMonth.count;
  return [
    ...columns.map(({ stageKey, count, amountMinor, weightedMinor }) => ({
      key: stageKey,
      name: stageName(stageKey),
      count,
      figure: <Money minor={amountMinor} currency={currency} />,
      notes: [
        word('opportunities.board.chance', { percent: formatPercent(chance(stageKey) / 100, language) }),
        <span key="weighted">
          {word('opportunities.board.weighted')} <Money minor={weightedMinor} currency={currency} />
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
          {word(allShown ? 'opportunities.board.signed' : 'opportunities.total')}{' '}
          <Money minor={allShown ? signed : wonThisMonth.amountMinor} currency={currency} />
        </span>,
      ] as const,
    },
  ];
}
