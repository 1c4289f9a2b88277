import { type ClockLine, countLateReasons, listClocks } from '@dealtrail/protocol/clocks';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useList, useOperation } from '../../../kernel/client/index.ts';
import { useReasons } from '../../../kernel/clocks/index.ts';
import { useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { writeFilter } from '../../../kit/filter/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { DataList } from '../../../kit/table/index.ts';
import { useClockActs } from '../actions/use-clock-acts.tsx';
import { ClockCard } from '../parts/clock-card.tsx';
import { ClockPeek } from '../parts/clock-peek.tsx';
import { NumberTable } from '../parts/number-table.tsx';
import { useClockColumns } from '../parts/use-clock-columns.tsx';
import { useBoardWords } from '../parts/words.ts';
import { movedFilter, reasonFilter } from '../rules/cell-filter.ts';
import { liveKinds, recordAddress } from '../rules/line.ts';

type Counted = Answer<typeof countLateReasons>;
type Month = Counted['months'][number];

/** Stands in the address where nobody gave a reason, and for what was moved past its first due moment. */
const NONE = 'none';
const MOVED = 'moved';

function useMonthWord(): (month: string) => string {
  const word = useBoardWords();
  return (month) => {
    const [year = '', number = ''] = month.split('-');
    return word('clockBoard.reasons.month', { year, month: Number(number) });
  };
}

/** What a line of the table counts: clocks of a reason, of none, or those moved. */
type Counting = string | null;

function useReasonWord(): (reason: Counting) => string {
  const word = useBoardWords();
  const { nameOf } = useReasons('late');
  return (reason) =>
    reason === null
      ? word('clockBoard.unexplained')
      : reason === MOVED
        ? word('clockBoard.reasons.moved')
        : nameOf(reason);
}

/** The missed clocks behind one number. */
function Behind({ reason, month }: { readonly reason: Counting; readonly month: Month }) {
  const word = useBoardWords();
  const go = useGo();
  const [search, change] = useAddressSearch();
  const reasonWord = useReasonWord();
  const monthWord = useMonthWord();
  const { acts, place } = useClockActs();
  const columns = useClockColumns(acts).filter(({ startsHidden }) => !startsHidden);
  const query =
    reason === MOVED
      ? { standing: 'moved' as const, filter: writeFilter(movedFilter(month)) }
      : { standing: 'missed' as const, filter: writeFilter(reasonFilter(reason, month)) };
  const list = useList(listClocks, { query }, { live: liveKinds });
  const peek = search['peek'];
  const toPeek = (id: string | undefined) => change({ peek: id });
  return (
    <Card
      flush
      title={word('clockBoard.reasons.behind', { reason: reasonWord(reason), month: monthWord(month.month) })}
      note={
        <Button kind="link" small onClick={() => change({ reason: undefined, month: undefined, peek: undefined })}>
          {word('clockBoard.reasons.close')}
        </Button>
      }
    >
      <div className="clock-behind">
        <DataList<ClockLine>
          label={word('clockBoard.list')}
          columns={columns}
          rows={list.rows}
          rowKey={({ id }) => id}
          rowName={({ recordTitle }) => recordTitle}
          rowHref={recordAddress}
          onOpen={(line) => go(recordAddress(line))}
          onPeek={(line) => toPeek(line.id)}
          peekKey={peek}
          loading={list.loading}
          onMore={list.onMore}
          loadingMore={list.loadingMore}
          instead={list.error ? <ProblemState error={list.error} onRetry={list.retry} /> : undefined}
          total={list.total}
          renderCard={(line) => <ClockCard line={line} acts={acts} />}
        />
      </div>
      <ClockPeek rows={list.rows} total={list.total} chosen={peek} onChoose={toPeek} acts={acts} />
      {place}
    </Card>
  );
}

function Numbers({ counted }: { readonly counted: Counted }) {
  const word = useBoardWords();
  const reasonWord = useReasonWord();
  const monthWord = useMonthWord();
  const [search, change] = useAddressSearch();
  const { months, reasons, moved } = counted;
  if (reasons.length === 0 && moved.every((count) => count === 0))
    return <Empty icon="check" title={word('clockBoard.reasons.none')} />;
  const reasonOf = (key: string | undefined) => (key === undefined || key === NONE ? null : key);
  const month = months.find((each) => each.month === search['month']);
  const monthAt = (at: number) => months[at]?.month ?? '';
  return (
    <>
      <Card flush title={word('clockBoard.reasons.label')}>
        <NumberTable
          label={word('clockBoard.reasons.label')}
          corner={word('clockBoard.reasons.reason')}
          columns={months.map((each) => ({ key: each.month, word: monthWord(each.month) }))}
          lines={[
            ...reasons.map(({ reason, counts }) => ({ key: reason ?? NONE, name: reasonWord(reason), counts })),
            { key: MOVED, name: reasonWord(MOVED), counts: moved },
          ]}
          labelOf={({ name }, at, count) =>
            word('clockBoard.reasons.cell', { reason: name, month: monthWord(monthAt(at)), count })
          }
          onPick={({ key }, at) => change({ reason: key, month: monthAt(at), peek: undefined })}
          picked={month && `${search['reason']} ${month.month}`}
        />
        <p className="k-s12 k-t3 clock-note">{word('clockBoard.reasons.note')}</p>
      </Card>
      {month && search['reason'] && (
        <Behind key={`${search['reason']} ${month.month}`} reason={reasonOf(search['reason'])} month={month} />
      )}
    </>
  );
}

/** Why clocks were missed: numbers by reason and month, and the clocks behind each. */
export function MissedClocks() {
  const found = useOperation(countLateReasons, {}, { live: liveKinds });
  return (
    <div className="clock-scroll">
      {found.isError ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <Numbers counted={found.data} />
      ) : (
        <Skeleton shape="rows" count={8} />
      )}
    </div>
  );
}
