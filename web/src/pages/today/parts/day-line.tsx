import type { WorkItem } from '@dealtrail/protocol/insights';
import { useState } from 'react';
import { Link } from '../../../kernel/routing/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { IconButton } from '../../../kit/button/index.ts';
import { ClockChip } from '../../../kit/clock/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { useNow } from '../../../kit/provider/index.ts';
import { WorkRow } from '../../../kit/work/index.ts';
import { type OnAct, recordAddress } from '../actions/acting.ts';
import { MainAct, useFinish } from '../actions/main-act.tsx';
import { chipClock, owesReason } from '../rules/line-clock.ts';
import { FactList } from './fact-list.tsx';
import { Rule, Why } from './line-rule.tsx';
import { type LineWords, useTodayWords } from './words.ts';

interface DayLineProps {
  readonly item: WorkItem;
  readonly words: LineWords;
  /** Its act is the one to press first. */
  readonly first: boolean;
  readonly onAct: OnAct;
}

/** When a line is due, as a chip. */
export function When({ item }: { readonly item: WorkItem }) {
  const word = useTodayWords();
  const clock = chipClock(item);
  return clock ? <ClockChip clock={clock} /> : <span className="k-s12 k-t3">{word('today.undated')}</span>;
}

function Acts({ item, words, first, onAct, finish }: DayLineProps & { readonly finish: ReturnType<typeof useFinish> }) {
  const word = useTodayWords();
  const now = useNow();
  const whom = words.whom.join(' ');
  return (
    <>
      <MainAct small item={item} kind={first ? 'accent' : 'plain'} whom={whom} onAct={onAct} finish={finish} />
      {owesReason(item, now) && item.clock && (
        <IconButton
          small
          icon="postpone"
          label={`${word('today.act.reason')} ${whom}`}
          onClick={() => onAct({ what: 'reason', clockId: item.clock?.id ?? '' })}
        />
      )}
    </>
  );
}

/** One line of the day on a desk: when, what, for whom, why, and the act; its rule opens below. */
export function DayLine(props: DayLineProps) {
  const { item, words, onAct } = props;
  const finish = useFinish();
  const [open, setOpen] = useState(false);
  const address = recordAddress(item);
  return (
    <>
      <WorkRow
        when={<When item={item} />}
        what={address ? <Link to={address}>{words.title}</Link> : words.title}
        whom={<FactList facts={words.whom} />}
        why={
          <>
            <Facts>
              <Why key="why" item={item} words={words} open={open} onToggle={() => setOpen(!open)} />
              {words.notes.map((note) => (
                <span key={note}>{note}</span>
              ))}
            </Facts>
            <ProblemNotice error={finish.error} />
          </>
        }
        worth={words.worth || '—'}
        state={words.state.length > 0 && <FactList facts={words.state} />}
        acts={<Acts {...props} finish={finish} />}
      />
      {open && (
        <li className="today-rule">
          <Rule item={item} words={words} onAct={onAct} />
        </li>
      )}
    </>
  );
}
