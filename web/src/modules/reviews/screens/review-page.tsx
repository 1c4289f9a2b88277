import { confirmReview, getReview, type Review } from '@dealtrail/protocol/reviews';
import { useCallback } from 'react';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { useSay } from '../../../kernel/i18n/index.ts';
import { useAddressParam } from '../../../kernel/routing/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { dayOf, formatLongDay, Moment } from '../../../kit/formats/index.ts';
import { Refusal } from '../../../kit/gate/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { useKit, useNow } from '../../../kit/provider/index.ts';
import { Notice, Skeleton } from '../../../kit/states/index.ts';
import { RecordTimeline } from '../../activities/index.ts';
import type { Holding } from '../actions/holding.ts';
import { useHolding } from '../actions/use-holding.tsx';
import { ActionRows } from '../parts/action-rows.tsx';
import { AgendaCard } from '../parts/agenda-card.tsx';
import { FormerCard } from '../parts/former-card.tsx';
import { LateCard } from '../parts/late-card.tsx';
import { NoteBox } from '../parts/note-box.tsx';
import { ParticipantsCard } from '../parts/participants-card.tsx';
import { PeopleCard } from '../parts/people-card.tsx';
import { useReviewWords } from '../parts/words.ts';
import '../parts/reviews.css';

/** Records among what is missing; each may lack a cause and an action. */
const recordsIn = ({ unmet }: Review): number => new Set(unmet.map(({ key }) => key.split(':')[0])).size;

/** How far the review is from being confirmed, and where its numbers come from. */
function Standing({ review }: { readonly review: Review }) {
  const word = useReviewWords();
  if (review.state === 'confirmed')
    return (
      <p className="k-s13 k-t2">
        <Facts>
          <span key="at">
            {word('reviews.confirmedOn')} <Moment at={review.confirmedAt} />
          </span>
          <span key="frozen">{word('reviews.frozen')}</span>
        </Facts>
      </p>
    );
  if (review.cadence !== 'weekly') return null;
  const missing = recordsIn(review);
  if (missing > 0) return <Notice tone="soon" title={word('reviews.missing', { count: missing })} />;
  return <p className="k-s13 k-t2">{word(review.late.length > 0 ? 'reviews.ready' : 'reviews.ready.none')}</p>;
}

function OtherActions({ review, holding }: { readonly review: Review; readonly holding: Holding | undefined }) {
  const word = useReviewWords();
  const late = new Set(review.late.map(({ recordId }) => recordId));
  const points = new Set(review.agenda.map(({ key }) => key));
  const others = review.actions.filter(
    ({ recordId, point }) => (recordId === null || !late.has(recordId)) && (point === null || !points.has(point)),
  );
  if (others.length === 0 && !holding) return null;
  return (
    <Card title={word('reviews.others')} flush>
      {others.length > 0 ? (
        <ActionRows actions={others} holding={holding} />
      ) : (
        <p className="k-t3 review-none">{word('reviews.others.none')}</p>
      )}
      {holding && (
        <div className="review-picked review-screen">
          <Button small icon="plus" onClick={() => holding.onAction({})}>
            {word('reviews.action.add')}
          </Button>
        </div>
      )}
    </Card>
  );
}

function Body({ review }: { readonly review: Review }) {
  const word = useReviewWords();
  const { holding, window } = useHolding(review);
  const weekly = review.cadence === 'weekly';
  return (
    <>
      <Standing review={review} />
      <FormerCard review={review} holding={holding} />
      {weekly && <LateCard review={review} holding={holding} />}
      {weekly && <PeopleCard review={review} />}
      {review.agenda.map((point) => (
        <AgendaCard key={point.key} review={review} point={point} holding={holding} />
      ))}
      <OtherActions review={review} holding={holding} />
      {weekly && (review.abilities.hold || review.notes.length > 0) && (
        <Card title={word('reviews.notes')}>
          <NoteBox review={review} point="week" />
        </Card>
      )}
      {!weekly && <ParticipantsCard review={review} />}
      <div className="review-screen">
        <RecordTimeline recordId={review.id} />
      </div>
      {window}
    </>
  );
}

function Acts({
  review,
  onConfirm,
  busy,
}: {
  readonly review: Review;
  readonly onConfirm: () => void;
  readonly busy: boolean;
}) {
  const word = useReviewWords();
  return (
    <>
      <Button icon="document" onClick={() => globalThis.print()}>
        {word('reviews.print')}
      </Button>
      {review.abilities.hold && (
        <Button kind="primary" busy={busy} onClick={onConfirm}>
          {word('reviews.confirm')}
        </Button>
      )}
    </>
  );
}

function Standings({ review }: { readonly review: Review }) {
  const word = useReviewWords();
  const { language, zone } = useKit();
  const today = dayOf(useNow(), zone);
  return (
    <Facts>
      <span key="cadence">{word(`cadence.${review.cadence}`)}</span>
      <span key="period" className="k-nowrap">
        {formatLongDay(review.from, today, language)} – {formatLongDay(review.to, today, language)}
      </span>
      {review.ownerName && <span key="owner">{review.ownerName}</span>}
      <span key="number">{review.number}</span>
    </Facts>
  );
}

function Whole({ review }: { readonly review: Review }) {
  const word = useReviewWords();
  const say = useSay();
  const act = useAct(confirmReview, { invalidates: ['reviews.*', 'clocks.*', 'activities.*', 'insights.*'] });
  const { reset, error } = act;
  const close = useCallback(() => reset(), [reset]);
  const unmet = error?.problem.code === 'review_unmet' ? (error.problem.unmet ?? []) : undefined;
  const confirm = () => act.press({ params: { id: review.id }, body: { version: review.version } });
  return (
    <Page
      title={review.title}
      note={<Standings review={review} />}
      beside={
        <StateTag tone={review.state === 'open' ? 'soon' : 'outline'}>{word(`reviewState.${review.state}`)}</StateTag>
      }
      actions={<Acts review={review} onConfirm={confirm} busy={act.busy} />}
    >
      <div className="reviews">
        {unmet ? (
          <Refusal
            title={word('reviews.refused')}
            note={word('reviews.refused.note')}
            missing={unmet.map(({ key, label, who }) => ({ key, what: say(label), who }))}
            onClose={close}
          />
        ) : (
          <ProblemNotice error={error} />
        )}
        <Body review={review} />
      </div>
    </Page>
  );
}

/** A weekly check or a review of a month or quarter: its agenda, what is missing, and what was agreed. */
export function ReviewPage() {
  const id = useAddressParam('id');
  const word = useReviewWords();
  const found = useOperation(getReview, { params: { id } }, { live: ['review'] });
  if (found.data) return <Whole key={found.data.id} review={found.data} />;
  if (found.error) return <ProblemState page error={found.error} onRetry={() => void found.refetch()} />;
  return (
    <Page title={word('reviews.title')}>
      <Skeleton shape="rows" count={10} />
    </Page>
  );
}
