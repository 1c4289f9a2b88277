import type { ClockLine } from '@dealtrail/protocol/clocks';
import type { Reasons } from '../../../kernel/clocks/index.ts';
import { Day, dayOf, formatDuration, joined, Moment } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { owesReason } from '../rules/line.ts';
import { useBoardWords } from './words.ts';

interface NotesProps {
  readonly line: ClockLine;
  readonly late: Reasons;
  readonly pause: Reasons;
}

/** Why a clock is late or rests, as somebody said it; that nobody did stands there too. */
export function LineNotes({ line, late, pause }: NotesProps) {
  const word = useBoardWords();
  const { language, zone } = useKit();
  const said = (name: string, note: string | null) => joined([name, note], 'facts', language);
  const { escalatedTo, escalationStep, escalations } = line;
  const { state, moves, firstDueAt, asked, lateReason, lateNote, lateMs, pauseReason, pauseNote, pausedUntil } = line;
  return (
    <Facts>
      {asked && (
        <span key="asked" className="clock-asked">
          {word('clockBoard.asked', { by: asked.by })} <Moment at={asked.to} />{' '}
          {said(pause.nameOf(asked.reason), asked.note)}
        </span>
      )}
      {moves > 0 && firstDueAt && (
        <span key="moved">
          {word(moves === 1 ? 'clockBoard.moved.once' : 'clockBoard.moved', { moves })} <Moment at={firstDueAt} />
        </span>
      )}
      {escalatedTo && (
        <span key="escalated">
          {word(escalations > 1 ? 'clockBoard.escalated.step' : 'clockBoard.escalated', {
            to: escalatedTo,
            step: escalationStep,
            of: escalations,
          })}
        </span>
      )}
      {lateMs !== null && lateMs > 0 && (
        <span key="late">{word('clockBoard.late', { time: formatDuration(lateMs, language) })}</span>
      )}
      {lateReason && <span key="reason">{said(late.nameOf(lateReason), lateNote)}</span>}
      {owesReason(line) && (
        <span key="none" className="k-late">
          {word('clockBoard.unexplained')}
        </span>
      )}
      {state === 'paused' && (pauseReason || pauseNote) && (
        <span key="pause">
          {word('clockBoard.pausedFor', {
            reason: said(pauseReason ? pause.nameOf(pauseReason) : '', pauseNote),
          })}
        </span>
      )}
      {state === 'paused' && pausedUntil && (
        <span key="until">
          <Day day={dayOf(pausedUntil, zone)} />
        </span>
      )}
    </Facts>
  );
}
