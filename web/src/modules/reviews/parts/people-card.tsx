import { FollowUpCount, type PersonWeek, type Review } from '@dealtrail/protocol/reviews';
import { useState } from 'react';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { DrillLink } from '../../insights/index.ts';
import { FollowUpsSheet } from '../actions/follow-ups-sheet.tsx';
import { useReviewWords } from './words.ts';

interface Asked {
  readonly person: PersonWeek;
  readonly count: FollowUpCount;
}

function PersonRow({ person, onAsk }: { readonly person: PersonWeek; readonly onAsk: (count: FollowUpCount) => void }) {
  const word = useReviewWords();
  return (
    <tr>
      <th scope="row">{person.name}</th>
      {FollowUpCount.options.map((count) => (
        <td key={count} className="k-number">
          {person[count] === 0 ? (
            <span className="k-t3">0</span>
          ) : (
            <Button
              small
              kind="link"
              label={`${person.name} ${word(`reviews.people.${count}`)} ${person[count]}`}
              onClick={() => onAsk(count)}
            >
              {String(person[count])}
            </Button>
          )}
        </td>
      ))}
      <td className="k-number">
        {person.idle === 0 ? (
          <span className="k-t3">0</span>
        ) : (
          <DrillLink
            list="leads"
            drill={person.idleDrill.filter}
            label={`${person.name} ${word('reviews.people.idle')}`}
          >
            {String(person.idle)}
          </DrillLink>
        )}
      </td>
    </tr>
  );
}

/** What each of the team did in the week; every count opens its follow-ups, idle leads their list. */
export function PeopleCard({ review }: { readonly review: Review }) {
  const word = useReviewWords();
  const [asked, setAsked] = useState<Asked>();
  const counts = FollowUpCount.options;
  return (
    <Card title={word('reviews.people')}>
      <div className="review-scroll">
        <table className="review-table">
          <thead>
            <tr>
              <th scope="col">{word('reviews.people.name')}</th>
              {counts.map((count) => (
                <th key={count} scope="col" className="k-number">
                  {word(`reviews.people.${count}`)}
                </th>
              ))}
              <th scope="col" className="k-number">
                <span className="k-why" title={word('reviews.people.idle.says')}>
                  {word('reviews.people.idle')}
                </span>
              </th>
            </tr>
          </thead>
          <tbody>
            {review.people.map((person) => (
              <PersonRow key={person.memberId} person={person} onAsk={(count) => setAsked({ person, count })} />
            ))}
          </tbody>
        </table>
      </div>
      {asked && <FollowUpsSheet reviewId={review.id} {...asked} onClose={() => setAsked(undefined)} />}
    </Card>
  );
}
