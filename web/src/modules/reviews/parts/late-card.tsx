import type { LateRecord, Review } from '@dealtrail/protocol/reviews';
import { useRef, useState } from 'react';
import { Link } from '../../../kernel/routing/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { usePhone } from '../../../kit/provider/index.ts';
import { Notice } from '../../../kit/states/index.ts';
import type { Holding } from '../actions/holding.ts';
import { LateRow } from './late-row.tsx';
import { useLateKeys } from './use-late-keys.ts';
import { useReviewWords } from './words.ts';

interface Acts {
  readonly onCause: (recordId?: string) => void;
  readonly onAction: (recordId?: string) => void;
}

/** Acts on the picked records, or on the one at hand while none is picked. */
function actsOn(chosen: readonly LateRecord[], late: readonly LateRecord[], holding: Holding): Acts {
  const idsOf = (recordId: string | undefined): readonly string[] =>
    chosen.length > 0 || recordId === undefined ? chosen.map((record) => record.recordId) : [recordId];
  return {
    onCause: (recordId) => holding.onCause(idsOf(recordId)),
    onAction: (recordId) => {
      const recordIds = idsOf(recordId);
      holding.onAction({
        recordIds,
        ownerId: late.find((record) => record.recordId === recordIds[0])?.ownerId ?? null,
      });
    },
  };
}

function PickedBar({ count, acts }: { readonly count: number; readonly acts: Acts }) {
  const word = useReviewWords();
  const phone = usePhone();
  return (
    <div className="review-picked review-screen">
      <span className="k-s12 k-t3 k-grow">
        {count > 0 ? word('reviews.late.picked', { count }) : !phone && word('reviews.late.keys')}
      </span>
      {count > 0 && (
        <>
          <Button small onClick={() => acts.onCause()}>
            {word('reviews.cause')}
          </Button>
          <Button small onClick={() => acts.onAction()}>
            {word('reviews.action')}
          </Button>
        </>
      )}
    </div>
  );
}

function usePicks() {
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) =>
    setPicked((before) => {
      const after = new Set(before);
      if (!after.delete(id)) after.add(id);
      return after;
    });
  return { picked, toggle };
}

/** Everything of the team that is overdue; each record gets a cause and an action, one by one or many at once. */
export function LateCard({ review, holding }: { readonly review: Review; readonly holding: Holding | undefined }) {
  const word = useReviewWords();
  const list = useRef<HTMLUListElement>(null);
  const { picked, toggle } = usePicks();
  const { late, lateCut, lateDrill, actions, state } = review;
  const chosen = late.filter(({ recordId }) => picked.has(recordId));
  const acts = holding && actsOn(chosen, late, holding);
  useLateKeys(list, acts);
  const board = state === 'open' && lateDrill && late.length > 0 && (
    <Link className="review-screen" to="/clocks" search={{ view: 'all', filter: lateDrill.filter }}>
      {word('reviews.late.board')}
    </Link>
  );
  return (
    <Card title={`${word('reviews.late')} ${late.length || ''}`.trim()} note={board} flush>
      {lateCut && <Notice tone="soon" title={word('reviews.late.cut')} />}
      {late.length === 0 && <p className="k-t2 review-none">{word('reviews.late.none')}</p>}
      {acts && late.length > 1 && <PickedBar count={chosen.length} acts={acts} />}
      <ul className="review-rows" ref={list}>
        {late.map((record) => (
          <LateRow
            key={record.recordId}
            late={record}
            action={actions.find(({ recordId }) => recordId === record.recordId)}
            holding={holding}
            picked={picked.has(record.recordId)}
            onPick={() => toggle(record.recordId)}
          />
        ))}
      </ul>
    </Card>
  );
}
