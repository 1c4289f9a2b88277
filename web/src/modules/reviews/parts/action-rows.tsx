import type { ReviewAction } from '@dealtrail/protocol/reviews';
import { Button, IconButton } from '../../../kit/button/index.ts';
import { Day } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { changing, type Holding } from '../actions/holding.ts';
import { RecordLink } from './record-link.tsx';
import { useReviewWords } from './words.ts';

interface ActionRowsProps {
  readonly actions: readonly ReviewAction[];
  readonly holding: Holding | undefined;
}

/** Actions with their owners and days; once they are tasks also whether they are done. */
export function ActionRows({ actions, holding }: ActionRowsProps) {
  const word = useReviewWords();
  return (
    <ul className="review-rows">
      {actions.map((action) => (
        <li key={action.id}>
          <div className="k-grow">
            <b>{action.text}</b>
            <div className="k-s13 k-t2">
              <Facts>
                {action.recordId && action.recordKind && action.recordTitle !== null && (
                  <RecordLink key="record" kind={action.recordKind} id={action.recordId} title={action.recordTitle} />
                )}
                {action.ownerName && <span key="owner">{action.ownerName}</span>}
                <Day key="due" day={action.dueOn} />
              </Facts>
            </div>
          </div>
          {action.taskId !== null && (
            <StateTag>{word(action.doneAt === null ? 'reviews.former.open' : 'reviews.former.done')}</StateTag>
          )}
          {holding && (
            <>
              <Button small kind="link" onClick={() => holding.onAction(changing(action))}>
                {word('reviews.action.change')}
              </Button>
              <IconButton
                small
                icon="trash"
                label={word('reviews.action.drop', { text: action.text })}
                onClick={() => holding.onDrop(action.id)}
              />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
