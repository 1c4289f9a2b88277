import { type FollowUpCount, listWeekFollowUps, type PersonWeek } from '@dealtrail/protocol/reviews';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useOperation } from '../../../kernel/client/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Sheet } from '../../../kit/dialog/index.tsx';
import { Day, Moment } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { RecordLink } from '../parts/record-link.tsx';
import { useReviewWords } from '../parts/words.ts';

type FollowUp = Answer<typeof listWeekFollowUps>['items'][number];

function Line({ followUp }: { readonly followUp: FollowUp }) {
  const word = useReviewWords();
  const { recordKind, recordId, recordTitle, occurredAt, content, feedback, nextStep, nextStepOn } = followUp;
  return (
    <li>
      <div className="k-grow">
        {recordKind && recordTitle !== null ? (
          <RecordLink kind={recordKind} id={recordId} title={recordTitle} />
        ) : (
          <span className="k-t2">{word('reviews.followUps.unseen')}</span>
        )}
        <div className="k-s13 k-t2">
          <Facts>
            <Moment key="at" at={occurredAt} />
            <span key="method">{word(`followUpMethod.${followUp.method as 'phone'}`)}</span>
            <span key="outcome">{word(`followUpOutcome.${followUp.outcome as 'reached'}`)}</span>
            <span key="number">{followUp.number}</span>
          </Facts>
        </div>
        {content && <p className="k-s13">{content}</p>}
        {feedback && <p className="k-s13">{word('reviews.followUps.feedback', { text: feedback })}</p>}
        {nextStep && (
          <p className="k-s13 k-t2">
            {word('reviews.followUps.next', { text: nextStep })} {nextStepOn && <Day day={nextStepOn} />}
          </p>
        )}
      </div>
      {followUp.enteredLate && <StateTag>{word('reviews.people.enteredLate')}</StateTag>}
    </li>
  );
}

interface FollowUpsSheetProps {
  readonly reviewId: string;
  readonly person: Pick<PersonWeek, 'memberId' | 'name'>;
  readonly count: FollowUpCount;
  readonly onClose: () => void;
}

/** The follow-ups behind a count of the week. */
export function FollowUpsSheet({ reviewId, person, count, onClose }: FollowUpsSheetProps) {
  const word = useReviewWords();
  const query = { memberId: person.memberId, count };
  const found = useOperation(listWeekFollowUps, { params: { id: reviewId }, query });
  return (
    <Sheet
      open
      title={word('reviews.followUps', { name: person.name })}
      note={word(`reviews.people.${count}`)}
      width={640}
      onClose={onClose}
    >
      {found.error ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data?.items.length === 0 ? (
        <p className="k-t2">{word('reviews.followUps.none')}</p>
      ) : found.data ? (
        <ul className="review-rows">
          {found.data.items.map((followUp) => (
            <Line key={followUp.id} followUp={followUp} />
          ))}
        </ul>
      ) : (
        <Skeleton shape="rows" count={6} />
      )}
    </Sheet>
  );
}
