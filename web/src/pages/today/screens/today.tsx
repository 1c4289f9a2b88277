import { today } from '@dealtrail/protocol/insights';
import { lazy, Suspense, useState } from 'react';
import { useOperation } from '../../../kernel/client/index.ts';
import { loadWords } from '../../../kernel/i18n/index.ts';
import { Link, useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button, Segmented } from '../../../kit/button/index.ts';
import { dayOf, formatLongDay } from '../../../kit/formats/index.ts';
import { Columns, Page } from '../../../kit/page/index.ts';
import { useKit, useNow, usePhone } from '../../../kit/provider/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { useActing } from '../actions/use-acting.tsx';
import { DayCards } from '../parts/day-cards.tsx';
import { type Day, DayList } from '../parts/day-list.tsx';
import { FunnelCard } from '../parts/funnel-card.tsx';
import { TeamCard } from '../parts/team-card.tsx';
import { WatchCard, WeekCard } from '../parts/week-card.tsx';
import { useTodayWords } from '../parts/words.ts';
import { type DayOrder, dayOrders } from '../rules/day-order.ts';
import '../parts/today.css';

// Only who holds reviews needs their words.
const DueReviews = lazy(async () => {
  const [{ DueReviews: Box }] = await Promise.all([
    import('../../../modules/reviews/index.ts'),
    loadWords(['reviews']),
  ]);
  return { default: Box };
});

const EVERY_MS = 60_000;

/** The kinds of record that time limits and tasks hang on. */
const WORKED_ON = ['lead', 'customer', 'opportunity'];

interface ShownProps {
  readonly day: Day;
  /** Somebody of the team is looked at, not the person who looks. */
  readonly other: boolean;
}

function NothingToDo({ day, other }: ShownProps) {
  const word = useTodayWords();
  const go = useGo();
  const may = useMay();
  if (day.team && day.team.length > 0) return <p className="k-t3">{word('today.none.own')}</p>;
  if (other) return <Empty icon="check" title={word('today.empty.of', { name: day.member.name })} />;
  const act = may('leads.create') ? (
    <Button icon="plus" onClick={() => go('/leads/new')}>
      {word('today.empty.new')}
    </Button>
  ) : undefined;
  return <Empty icon="check" title={word('today.empty')} hint={word('today.empty.hint')} act={act} />;
}

function Work({ day, other, order }: ShownProps & { readonly order: DayOrder }) {
  const phone = usePhone();
  const { onAct, window } = useActing();
  const team = day.team && <TeamCard team={day.team} stages={day.funnel} />;
  const Lines = phone ? DayCards : DayList;
  return (
    <>
      {day.items.length > 0 ? <Lines day={day} order={order} onAct={onAct} /> : <NothingToDo day={day} other={other} />}
      {team}
      {window}
    </>
  );
}

function Side({ day, other }: ShownProps) {
  const word = useTodayWords();
  const may = useMay();
  const leads = day.team !== null;
  const funnel = other
    ? word('today.funnel.of', { name: day.member.name })
    : word(leads ? 'today.funnel.team' : 'today.funnel');
  return (
    <>
      {may('reviews.hold') && !other && (
        <Suspense fallback={null}>
          <DueReviews />
        </Suspense>
      )}
      <WatchCard day={day} mayAssign={may('leads.assign')} />
      {may('opportunities.read') && <FunnelCard title={funnel} funnel={day.funnel} />}
      <WeekCard day={day} title={word(leads ? 'today.week.team' : 'today.week')} />
    </>
  );
}

interface HeadProps {
  /** More than one line, so that an order means something. */
  readonly many: boolean;
  readonly order: DayOrder;
  readonly onOrder: (order: DayOrder) => void;
}

function Head({ many, order, onOrder }: HeadProps) {
  const word = useTodayWords();
  const may = useMay();
  const go = useGo();
  return (
    <>
      {many && (
        <Segmented
          label={word('today.order')}
          value={order}
          onChange={onOrder}
          choices={dayOrders.map((value) => ({ value, word: word(`today.order.${value}`) }))}
        />
      )}
      {(may('leads.followUp') || may('opportunities.followUp')) && (
        <Button kind="primary" icon="plus" onClick={() => go('/record')}>
          {word('today.act.follow_up')}
        </Button>
      )}
    </>
  );
}

/** What to do now, why and by when; for who leads others also what they owe. */
export function Today() {
  const word = useTodayWords();
  const phone = usePhone();
  const { language, zone } = useKit();
  const [search] = useAddressSearch();
  const memberId = search['member'];
  const found = useOperation(today, memberId ? { query: { memberId } } : {}, { every: EVERY_MS, live: WORKED_ON });
  const [order, setOrder] = useState<DayOrder>('due');
  const day = dayOf(useNow(), zone);
  const other = memberId !== undefined;
  const title =
    other && found.data
      ? word('today.title.of', { name: found.data.member.name })
      : word(phone ? 'today.title.phone' : 'today.title');
  return (
    <Page
      title={title}
      note={formatLongDay(day, day, language)}
      beside={other && <Link to="/">{word('today.back')}</Link>}
      actions={!phone && <Head many={(found.data?.items.length ?? 0) > 1} order={order} onOrder={setOrder} />}
    >
      {found.data ? (
        <Columns
          main={<Work key={memberId ?? ''} day={found.data} other={other} order={order} />}
          side={<Side day={found.data} other={other} />}
        />
      ) : found.error ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <Columns main={<Skeleton shape="rows" count={10} />} side={<Skeleton shape="cards" count={2} />} />
      )}
    </Page>
  );
}
