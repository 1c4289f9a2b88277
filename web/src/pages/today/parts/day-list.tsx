import type { today, WorkItem } from '@dealtrail/protocol/insights';
import type { Answer } from '@dealtrail/protocol/kernel';
import { type ReactNode, useState } from 'react';
import { Button } from '../../../kit/button/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { WorkGroup, WorkList } from '../../../kit/work/index.ts';
import type { OnAct } from '../actions/acting.ts';
import { type DayOrder, inOrder, type Section, sections } from '../rules/day-order.ts';
import { DayLine } from './day-line.tsx';
import { useLineWords, useTodayWords } from './words.ts';

/** Today as the server tells it. */
export type Day = Answer<typeof today>;

/** Lines of a section before the rest is asked for. */
const first: Readonly<Record<Section, number>> = { overdue: 20, today: 20, next: 6, paused: 3 };

interface GroupProps {
  readonly section: Section;
  readonly count: number;
  readonly items: readonly WorkItem[];
  readonly render: (item: WorkItem, place: number) => ReactNode;
}

function Group({ section, count, items, render }: GroupProps) {
  const word = useTodayWords();
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, first[section]);
  const hidden = items.length - shown.length;
  const quiet = {
    overdue: word('today.note.overdue'),
    next: word('today.note.next'),
    today: undefined,
    paused: undefined,
  }[section];
  const note =
    hidden > 0 ? (
      <>
        {quiet && `${quiet}　`}
        <Button kind="link" small onClick={() => setAll(true)}>
          {word('today.more', { count: hidden })}
        </Button>
      </>
    ) : count > items.length ? (
      word('today.capped', { shown: items.length, count })
    ) : (
      quiet
    );
  return (
    <WorkGroup title={word(`today.section.${section}`)} count={count} late={section === 'overdue'} note={note}>
      {shown.map(render)}
    </WorkGroup>
  );
}

/** The day on a desk: every section with its lines, in the order of due moments unless chosen otherwise. */
export function DayList({ day, order, onAct }: { readonly day: Day; readonly order: DayOrder; readonly onAct: OnAct }) {
  const { language } = useKit();
  const wordsOf = useLineWords(day.funnel);
  const filled = sections.filter((section) => day.counts[section] > 0);
  return (
    <WorkList>
      {filled.map((section, rank) => (
        <Group
          key={section}
          section={section}
          count={day.counts[section]}
          items={inOrder(
            day.items.filter((item) => item.section === section),
            order,
            language,
          )}
          render={(item, place) => (
            <DayLine
              key={item.id}
              item={item}
              words={wordsOf(item)}
              first={section === 'overdue' || (rank === 0 && place === 0)}
              onAct={onAct}
            />
          )}
        />
      ))}
    </WorkList>
  );
}
