import type { ReviewAction } from '@dealtrail/protocol/reviews';
import { Button, IconButton } from '../../../kit/button/index.ts';
import { StateTag } from '../../../kit/mark/index.ts';
import { changing, type Holding } from '../actions/holding.ts';
import { ActionLine } from './action-line.tsx';
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
          <ActionLine action={action} />
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
