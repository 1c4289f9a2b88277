import type { AgendaPoint, AgendaRow, Review } from '@dealtrail/protocol/reviews';
import { useReasons } from '../../../kernel/clocks/index.ts';
import { useSay } from '../../../kernel/i18n/index.ts';
import { Link } from '../../../kernel/routing/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { StateTag } from '../../../kit/mark/index.ts';
import { DrillLink } from '../../insights/index.ts';
import type { Holding } from '../actions/holding.ts';
import { ActionRows } from './action-rows.tsx';
import { NoteBox } from './note-box.tsx';
import { useReviewWords } from './words.ts';

const MINUTES_AN_HOUR = 60;

type Shown = AgendaRow['now'];

/** Whether anything of a point has a middle to compare. */
const hasMedians = ({ rows }: AgendaPoint): boolean =>
  rows.some(({ now, before }) => now.median !== null || (before?.median ?? null) !== null);

/** A number of the agenda: n/N with its rate, a count, or nothing. */
function Count({ figure }: { readonly figure: Shown }) {
  const { count, of, rate } = figure;
  if (of === null) return <>{count}</>;
  return (
    <>
      {count}/{of}
      {rate !== null && <span className="k-t2"> {rate}%</span>}
    </>
  );
}

function Median({ point, figure }: { readonly point: AgendaPoint['key']; readonly figure: Shown | null }) {
  const word = useReviewWords();
  if (figure === null || figure.median === null) return <span className="k-t3">—</span>;
  if (point !== 'response') return <>{word('reviews.agenda.days', { count: figure.median })}</>;
  const hours = Math.round((figure.median / MINUTES_AN_HOUR) * 10) / 10;
  return <>{word('reviews.agenda.hours', { count: hours })}</>;
}

function Row({ point, row, name }: { readonly point: AgendaPoint; readonly row: AgendaRow; readonly name: string }) {
  const word = useReviewWords();
  const { now, before, mark, drill } = row;
  const shown = row.key === 'median' ? <span className="k-t3">—</span> : <Count figure={now} />;
  return (
    <tr className={row.key === 'total' ? 'whole' : ''}>
      <th scope="row">
        {name}{' '}
        {mark && <StateTag tone={mark === 'strong' ? 'accent' : 'late'}>{word(`reviews.mark.${mark}`)}</StateTag>}
      </th>
      <td className="k-number">
        {drill && drill.list !== 'clocks' ? (
          <DrillLink list={drill.list} drill={drill.filter} label={name}>
            {shown}
          </DrillLink>
        ) : (
          shown
        )}
      </td>
      <td className="k-number">
        {before && row.key !== 'median' ? <Count figure={before} /> : <span className="k-t3">—</span>}
      </td>
      {hasMedians(point) && (
        <>
          <td className="k-number">
            <Median point={point.key} figure={now} />
          </td>
          <td className="k-number">
            <Median point={point.key} figure={before} />
          </td>
        </>
      )}
    </tr>
  );
}

function Figures({ point }: { readonly point: AgendaPoint }) {
  const word = useReviewWords();
  const say = useSay();
  const { nameOf } = useReasons('late');
  const named = (row: AgendaRow) => (point.key === 'overdue' && row.key !== '' ? nameOf(row.key) : say(row.name));
  const title = word(`agendaPoint.${point.key}`);
  return (
    <div className="review-scroll">
      <table className="review-table" aria-label={title}>
        <thead>
          <tr>
            <th scope="col">{word('reviews.agenda.name')}</th>
            <th scope="col" className="k-number">
              {word('reviews.agenda.now')}
            </th>
            <th scope="col" className="k-number">
              {word('reviews.agenda.before')}
            </th>
            {hasMedians(point) && (
              <>
                <th scope="col" className="k-number">
                  {word('reviews.agenda.median')}
                </th>
                <th scope="col" className="k-number">
                  {word('reviews.agenda.medianBefore')}
                </th>
              </>
            )}
          </tr>
        </thead>
        <tbody>
          {point.rows.map((row) => (
            <Row key={row.key} point={point} row={row} name={named(row)} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface AgendaCardProps {
  readonly review: Review;
  readonly point: AgendaPoint;
  readonly holding: Holding | undefined;
}

/** One point of the agenda: what the numbers suggest, the numbers, what was found and decided, and the actions. */
export function AgendaCard({ review, point, holding }: AgendaCardProps) {
  const word = useReviewWords();
  const say = useSay();
  const actions = review.actions.filter((action) => action.point === point.key);
  const note = point.key === 'overdue' && (
    <Link className="review-screen" to="/clocks" search={{ show: 'reasons' }}>
      {word('reviews.agenda.reasons')}
    </Link>
  );
  return (
    <Card title={word(`agendaPoint.${point.key}`)} note={note}>
      {point.findings.length > 0 && (
        <ul className="review-findings">
          {point.findings.map((finding) => (
            <li key={JSON.stringify(finding)}>{say(finding)}</li>
          ))}
        </ul>
      )}
      {point.rows.length > 0 ? <Figures point={point} /> : <p className="k-t3">{word('reviews.agenda.empty')}</p>}
      {actions.length > 0 && <ActionRows actions={actions} holding={holding} />}
      <NoteBox review={review} point={point.key} />
      {holding && (
        <p className="review-screen">
          <Button
            small
            icon="plus"
            label={`${word('reviews.action.add')} ${word(`agendaPoint.${point.key}`)}`}
            onClick={() => holding.onAction({ point: point.key })}
          >
            {word('reviews.action.add')}
          </Button>
        </p>
      )}
    </Card>
  );
}
