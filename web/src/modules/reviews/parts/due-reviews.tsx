import { dueReviews } from '@dealtrail/protocol/reviews';
import { useOperation } from '../../../kernel/client/index.ts';
import { Link } from '../../../kernel/routing/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Day } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { useReviewWords } from './words.ts';

const EVERY_MS = 5 * 60_000;

/** The reviews one still has to confirm, each with what it lacks; nothing where there is none. */
export function DueReviews() {
  const word = useReviewWords();
  const found = useOperation(dueReviews, {}, { every: EVERY_MS, live: ['review'] });
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title={word('reviews.today.title')}>
      <ul className="today-reviews">
        {items.map(({ id, title, cadence, heldOn, missing }) => (
          <li key={id}>
            <Link to={`/reviews/${id}`}>{title}</Link>
            <div className="k-s13 k-t2">
              <Facts>
                <span key="cadence">{word(`cadence.${cadence}`)}</span>
                <Day key="due" day={heldOn} />
                {missing !== null && (
                  <span key="missing" className={missing > 0 ? 'k-late' : ''}>
                    {missing > 0 ? word('reviews.today.missing', { count: missing }) : word('reviews.today.ready')}
                  </span>
                )}
              </Facts>
            </div>
          </li>
        ))}
      </ul>
    </Card>
  );
}
