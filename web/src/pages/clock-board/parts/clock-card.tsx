import type { ClockLine } from '@dealtrail/protocol/clocks';
import { useReasons } from '../../../kernel/clocks/index.ts';
import { ClockChip } from '../../../kit/clock/index.ts';
import type { ClockActs } from '../actions/use-clock-acts.tsx';
import { LineNotes } from './line-notes.tsx';
import { LineActs } from './use-clock-columns.tsx';
import { useBoardWords } from './words.ts';
import './clock-board.css';

/** A clock as a card shows it under the name of its record: the limit, when it is due, who owes it, why it is late. */
export function ClockCard({ line, acts }: { readonly line: ClockLine; readonly acts: ClockActs }) {
  const word = useBoardWords();
  const late = useReasons('late');
  const pause = useReasons('pause');
  return (
    <div className="clock-card">
      <div className="k-row k-wrap">
        <ClockChip clock={line} label={word(`clocks.${line.policyKey}.name`)} />
        <span className="k-grow" />
        <span className="k-s13">{line.ownerName ?? word('clockBoard.unowned')}</span>
        <LineActs line={line} acts={acts} />
      </div>
      <div className="k-s13 k-t2">
        <LineNotes line={line} late={late} pause={pause} />
      </div>
    </div>
  );
}
