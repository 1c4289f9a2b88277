import { type AgendaPointKey, noteReview, type Review } from '@dealtrail/protocol/reviews';
import { Input } from 'antd';
import { useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { useReviewWords } from './words.ts';

interface NoteBoxProps {
  readonly review: Review;
  readonly point: AgendaPointKey;
}

/** What was found and decided on one point: typed words wait for the press, kept ones are read. */
export function NoteBox({ review, point }: NoteBoxProps) {
  const word = useReviewWords();
  const kept = review.notes.find((note) => note.point === point)?.text ?? '';
  const [typed, setTyped] = useState<string>();
  const act = useAct(noteReview, { invalidates: ['reviews.*'], onDone: () => setTyped(undefined) });
  if (!review.abilities.hold) return kept === '' ? null : <p className="review-note">{kept}</p>;
  const text = typed ?? kept;
  const label = `${word('reviews.notes')} ${word(`agendaPoint.${point}`)}`;
  return (
    <div className="review-note-box">
      <Input.TextArea
        aria-label={label}
        placeholder={word('reviews.notes.hint')}
        autoSize={{ minRows: 2, maxRows: 12 }}
        maxLength={5_000}
        value={text}
        onChange={({ target }) => setTyped(target.value)}
      />
      {typed !== undefined && typed.trim() !== kept && (
        <Button
          small
          busy={act.busy}
          label={`${word('reviews.save')} ${label}`}
          onClick={() => act.press({ params: { id: review.id }, body: { point, text: typed } })}
        >
          {word('reviews.save')}
        </Button>
      )}
      <ProblemNotice error={act.error} />
    </div>
  );
}
