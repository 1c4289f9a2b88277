import type { board } from '@dealtrail/protocol/opportunities';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useSession } from '../../../../kernel/session/index.ts';
import { Explained } from '../../../../kit/explained/index.ts';
import { addedUp, formatCount, MoneySums } from '../../../../kit/formats/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { useOpportunityWords } from '../words.ts';

type BoardAnswer = Answer<typeof board>;

interface SumsProps {
  readonly board: BoardAnswer;
  /** False where the count stands beside already. */
  readonly counted?: boolean;
}

/** Count, total and weighted total of the open opportunities looked at, over all and not only those shown. */
export function Sums({ board: { columns }, counted = true }: SumsProps) {
  const word = useOpportunityWords();
  const { language } = useKit();
  const { currency } = useSession().organization;
  const sum = (pick: (sum: BoardAnswer['columns'][number]['sums'][number]) => number) =>
    addedUp(
      columns.map(({ sums }) => sums.map((one) => ({ currency: one.currency, minor: pick(one) }))),
      currency,
    );
  const count = columns.reduce((total, column) => total + column.count, 0);
  return (
    <span className="sums">
      {counted && <span>{word('opportunities.count', { count: formatCount(count, language) })}</span>}
      <span>
        <Explained by={word('opportunities.total.definition')}>{word('opportunities.total')}</Explained>{' '}
        <b>
          <MoneySums sums={sum(({ amountMinor }) => amountMinor)} currency={currency} />
        </b>
      </span>
      <span>
        <Explained by={word('opportunities.weighted.definition')}>{word('opportunities.weighted')}</Explained>{' '}
        <b>
          <MoneySums sums={sum(({ weightedMinor }) => weightedMinor)} currency={currency} />
        </b>
      </span>
    </span>
  );
}
