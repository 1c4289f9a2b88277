import { clockHeat } from '@dealtrail/protocol/clocks';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useOperation } from '../../../kernel/client/index.ts';
import { useAddressSearch } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { type ListLook, ViewTabs } from '../../../kernel/views/index.ts';
import { Segmented } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { FilterBar, writeFilter } from '../../../kit/filter/index.ts';
import { dayOf, formatDay, formatTime } from '../../../kit/formats/index.ts';
import { useKit, useNow } from '../../../kit/provider/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { type NumberLine, NumberTable } from '../parts/number-table.tsx';
import { useFilterFields } from '../parts/use-filter-fields.ts';
import { useBoardWords } from '../parts/words.ts';
import { dueIn, heatFilter } from '../rules/cell-filter.ts';
import { liveKinds } from '../rules/line.ts';

type Heat = Answer<typeof clockHeat>;
type By = 'day' | 'hour';

/** Counts are of a moment; a minute later they are asked again. */
const EVERY_MS = 60_000;

function useColumnWords(by: By): (column: Heat['columns'][number]) => string {
  const word = useBoardWords();
  const { zone, language } = useKit();
  const today = dayOf(useNow(), zone);
  return ({ from }) => {
    if (from === null) return word('clockBoard.heat.overdue');
    return by === 'day' ? formatDay(dayOf(from, zone), today, language) : formatTime(from, zone);
  };
}

function HeatTable({ heat, by, look }: { readonly heat: Heat; readonly by: By; readonly look: ListLook }) {
  const word = useBoardWords();
  const wordOf = useColumnWords(by);
  const [, change] = useAddressSearch();
  const { zone, now } = useKit();
  const { columns, people, total, more } = heat;
  if (people.length === 0) return <Empty icon="clock" title={word('clockBoard.heat.none')} />;
  const nameOf = (name: string | null) => name ?? word('clockBoard.unowned');
  const lines: NumberLine[] = [
    { key: 'all', name: word('clockBoard.heat.all'), counts: total, strong: true },
    ...people.map(({ memberId, name, counts }) => ({ key: memberId ?? 'nobody', name: nameOf(name), counts })),
  ];
  const ownerOf = ({ key }: NumberLine) => (key === 'all' ? undefined : key === 'nobody' ? null : key);
  const pick = (line: NumberLine, at: number) => {
    const column = columns[at];
    if (!column) return;
    const filter = writeFilter(
      heatFilter(
        look.filter,
        ownerOf(line),
        dueIn(column, by, now(), (moment) => dayOf(moment, zone)),
      ),
    );
    change({ show: undefined, view: 'all', filter, peek: undefined, q: undefined }, false);
  };
  return (
    <>
      <NumberTable
        label={word('clockBoard.heat.label')}
        corner={word('clockBoard.heat.person')}
        columns={columns.map((column) => ({
          key: column.to,
          word: wordOf(column),
          late: column.from === null,
        }))}
        lines={lines}
        labelOf={({ name }, at, count) =>
          word('clockBoard.heat.cell', {
            name,
            column: columns[at] ? wordOf(columns[at]) : '',
            count,
          })
        }
        onPick={pick}
      />
      <p className="k-s12 k-t3 clock-note">
        {word('clockBoard.heat.note')} {more > 0 && word('clockBoard.heat.more', { count: more })}
      </p>
    </>
  );
}

/** Who owes how much by when: a number for each person and day, or hour of today. */
export function ClockHeat({ look }: { readonly look: ListLook }) {
  const word = useBoardWords();
  const [search, change] = useAddressSearch();
  const by: By = search['by'] === 'hour' ? 'hour' : 'day';
  const filter = writeFilter(look.filter);
  const input = { query: { by, ...(filter === undefined ? {} : { filter }) } };
  const found = useOperation(clockHeat, input, { keep: true, live: liveKinds, every: EVERY_MS, enabled: look.ready });
  const fields = useFilterFields();
  return (
    <>
      <ViewTabs look={look} countOf={() => undefined} fields={fields} />
      <FilterBar fields={fields} value={look.filter} onChange={look.toFilter} />
      <div className="clock-scroll">
        <Card
          flush
          title={
            <Segmented
              label={word('clockBoard.heat.by')}
              value={by}
              onChange={(next) => change({ by: next === 'day' ? undefined : next })}
              choices={(['day', 'hour'] as const).map((value) => ({
                value,
                word: word(`clockBoard.heat.by.${value}`),
              }))}
            />
          }
        >
          {found.isError ? (
            <ProblemState error={found.error} onRetry={() => void found.refetch()} />
          ) : found.data ? (
            <HeatTable heat={found.data} by={by} look={look} />
          ) : (
            <Skeleton shape="rows" count={8} />
          )}
        </Card>
      </div>
    </>
  );
}
