import type { FormerAction, Review } from '@dealtrail/protocol/reviews';
import { Link } from '../../../kernel/routing/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { StateTag } from '../../../kit/mark/index.ts';
import type { Holding } from '../actions/holding.ts';
import { ActionLine } from './action-line.tsx';
import { useReviewWords } from './words.ts';

function State({ action }: { readonly action: FormerAction }) {
  const word = useReviewWords();
  if (action.doneAt !== null) return <StateTag>{word('reviews.former.done')}</StateTag>;
  if (action.carriedAs !== null) return <StateTag tone="accent">{word('reviews.former.carried')}</StateTag>;
  if (action.overdue) return <StateTag tone="late">{word('reviews.former.late')}</StateTag>;
  return <StateTag tone="soon">{word('reviews.former.open')}</StateTag>;
}

/** What became of the actions of the review before, those not done on top. */
export function FormerCard({ review, holding }: { readonly review: Review; readonly holding: Holding | undefined }) {
  const word = useReviewWords();
  const { former, formerReview } = review;
  if (former.length === 0) return null;
  const from = formerReview && (
    <Link to={`/reviews/${formerReview.id}`}>{word('reviews.former.of', { title: formerReview.title })}</Link>
  );
  return (
    <Card title={word('reviews.former')} note={from} flush>
      <ul className="review-rows">
        {former.map((action) => (
          <li key={action.id} className={action.doneAt === null ? '' : 'quiet'}>
            <ActionLine action={action} />
            <State action={action} />
            {holding && action.doneAt === null && action.carriedAs === null && (
              <Button
                small
                onClick={() => holding.onAction({ carriesId: action.id, text: action.text, ownerId: action.ownerId })}
                label={`${word('reviews.former.carry')} ${action.text}`}
              >
                {word('reviews.former.carry')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
