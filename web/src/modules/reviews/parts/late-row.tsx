import type { LateRecord, ReviewAction } from '@dealtrail/protocol/reviews';
import { useReasons } from '../../../kernel/clocks/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Day, joined, Moment } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { changing, type Holding } from '../actions/holding.ts';
import { RecordLink } from './record-link.tsx';
import { useReviewWords } from './words.ts';

interface LateRowProps {
  readonly late: LateRecord;
  readonly action: ReviewAction | undefined;
  readonly holding: Holding | undefined;
  readonly picked: boolean;
  readonly onPick: () => void;
}

function Cause({ late }: Pick<LateRowProps, 'late'>) {
  const word = useReviewWords();
  const { language } = useKit();
  const { nameOf } = useReasons('late');
  if (!late.explained) return <StateTag tone="late">{word('reviews.late.noCause')}</StateTag>;
  const said = new Map(late.clocks.map((clock) => [`${clock.lateReason} ${clock.lateNote}`, clock]));
  return (
    <span>
      {[...said.values()].map(({ id, lateReason, lateNote, namedBy }) => (
        <span key={id}>
          {joined(
            [nameOf(lateReason ?? ''), lateNote, namedBy && word('reviews.cause.by', { by: namedBy })],
            'facts',
            language,
          )}{' '}
        </span>
      ))}
    </span>
  );
}

function Answer({ action }: Pick<LateRowProps, 'action'>) {
  const word = useReviewWords();
  if (!action) return <StateTag tone="late">{word('reviews.late.noAction')}</StateTag>;
  return (
    <span>
      <Facts>
        <span key="text">{word('reviews.action.of', { text: action.text })}</span>
        {action.ownerName && <span key="owner">{action.ownerName}</span>}
        <Day key="due" day={action.dueOn} />
      </Facts>
    </span>
  );
}

/** One overdue record: since when and by which limits, its cause, and what is done about it. */
export function LateRow({ late, action, holding, picked, onPick }: LateRowProps) {
  const word = useReviewWords();
  const { language } = useKit();
  const { recordId, recordKind, title, number, ownerId, ownerName, since, clocks, explained } = late;
  return (
    <li className={holding && picked ? 'picked' : ''} data-record={recordId}>
      {holding && (
        <input type="checkbox" checked={picked} onChange={onPick} aria-label={word('reviews.late.pick', { title })} />
      )}
      <div className="k-grow">
        <div className="k-row k-wrap">
          <b>
            <RecordLink kind={recordKind} id={recordId} title={title} />
          </b>
          <span className="k-s13 k-t2">
            <Facts>
              <span key="number">{number}</span>
              <span key="owner">{ownerName ?? word('reviews.late.unowned')}</span>
            </Facts>
          </span>
        </div>
        <div className="k-s13 k-late">
          {joined([...new Set(clocks.map(({ policyKey }) => word(`clocks.${policyKey}.name`)))], 'names', language)}{' '}
          {word('reviews.late.since')} <Moment at={since} />
        </div>
        <div className="k-s13 k-row k-wrap review-answer">
          <Cause late={late} />
          <Answer action={action} />
        </div>
      </div>
      {holding && (
        <div className="review-acts">
          <Button small kind={explained ? 'quiet' : 'plain'} onClick={() => holding.onCause([recordId])}>
            {word(explained ? 'reviews.cause.change' : 'reviews.cause')}
          </Button>
          <Button
            small
            kind={action ? 'quiet' : 'plain'}
            onClick={() => holding.onAction(action ? changing(action) : { recordIds: [recordId], ownerId })}
          >
            {word(action ? 'reviews.action.change' : 'reviews.action')}
          </Button>
        </div>
      )}
    </li>
  );
}
