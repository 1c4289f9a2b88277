import type { board } from '@dealtrail/protocol/opportunities';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useSession } from '../../../../kernel/session/index.ts';
import { Explained } from '../../../../kit/explained/index.ts';
import { formatCount, Money } from '../../../../kit/formats/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { useOpportunityWords } from '../words.ts';

type BoardAnswer = Answer<typeof board>;

/** Count, total and weighted total of the open opportunities looked at, over all and not only those shown. */
export function Sums({ board: { columns } }: { readonly board: BoardAnswer }) {
  const word = useOpportunityWords();
  const { language } = useKit();
  const { currency } = useSession().organization;
  const sum = (pick: (column: BoardAnswer['columns'][number]) => number) =>
    columns.reduce((total, column) => total + pick(column), 0);
  return (
    <span className="sums">
      <span>
        {word('opportunities.count', {
          count: formatCount(
            sum((column) => column.count),
            language,
          ),
        })}
      </span>
      <span>
        <Explained by={word('opportunities.total.definition')}>{word('opportunities.total')}</Explained>{' '}
        <b>
          <Money minor={sum((column) => column.amountMinor)} currency={currency} />
        </b>
      </span>
      <span>
        <Explained by={word('opportunities.weighted.definition')}>{word('opportunities.weighted')}</Explained>{' '}
        <b>
          <Money minor={sum((column) => column.weightedMinor)} currency={currency} />
        </b>
      </span>
    </span>
  );
}
