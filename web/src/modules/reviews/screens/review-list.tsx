import { listReviews, type ReviewLine } from '@dealtrail/protocol/reviews';
import { useState } from 'react';
import { useList } from '../../../kernel/client/index.ts';
import { Link, useAddressSearch } from '../../../kernel/routing/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { dayOf, formatDay, formatLongDay, Moment } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { Page, Tabs } from '../../../kit/page/index.ts';
import { useKit, useNow } from '../../../kit/provider/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { OpenDialog } from '../actions/open-dialog.tsx';
import { useReviewWords } from '../parts/words.ts';
import '../parts/reviews.css';

const tabs = ['open', 'confirmed', 'all'] as const;
type Tab = (typeof tabs)[number];

const queryOf = (tab: Tab) =>
  tab === 'all'
    ? {}
    : {
        filter: JSON.stringify({ field: 'state', op: 'eq', value: tab }),
        // What is due longest comes first, what was confirmed last.
        sort: tab === 'open' ? 'heldOn' : '-heldOn',
      };

function State({ line }: { readonly line: ReviewLine }) {
  const word = useReviewWords();
  const { zone, language } = useKit();
  const today = dayOf(useNow(), zone);
  if (line.state === 'confirmed') return <StateTag>{word('reviewState.confirmed')}</StateTag>;
  if (line.heldOn < today) return <StateTag tone="late">{word('reviews.missed')}</StateTag>;
  const due =
    line.heldOn === today
      ? word('reviews.dueToday')
      : word('reviews.due', { day: formatDay(line.heldOn, today, language) });
  return <StateTag tone="soon">{due}</StateTag>;
}

function Line({ line }: { readonly line: ReviewLine }) {
  const word = useReviewWords();
  const { language, zone } = useKit();
  const today = dayOf(useNow(), zone);
  return (
    <li>
      <div className="k-grow">
        <b>
          <Link to={`/reviews/${line.id}`}>{line.title}</Link>
        </b>
        <div className="k-s13 k-t2">
          <Facts>
            <span key="cadence">{word(`cadence.${line.cadence}`)}</span>
            <span key="period" className="k-nowrap">
              {formatLongDay(line.from, today, language)} – {formatLongDay(line.to, today, language)}
            </span>
            {line.ownerName && <span key="owner">{line.ownerName}</span>}
            {line.confirmedAt && (
              <span key="confirmed">
                {word('reviews.confirmedOn')} <Moment at={line.confirmedAt} />
              </span>
            )}
            {line.actions > 0 && <span key="actions">{word('reviews.actions.count', { count: line.actions })}</span>}
            {line.state === 'confirmed' && line.openActions > 0 && (
              <span key="left" className="k-soon">
                {word('reviews.actions.left', { count: line.openActions })}
              </span>
            )}
          </Facts>
        </div>
      </div>
      <State line={line} />
    </li>
  );
}

function Lines({ tab }: { readonly tab: Tab }) {
  const word = useReviewWords();
  const list = useList(listReviews, { query: queryOf(tab) }, { live: ['review'] });
  if (list.error) return <ProblemState error={list.error} onRetry={list.retry} />;
  if (list.loading) return <Skeleton shape="rows" count={8} />;
  if (list.rows.length === 0)
    return (
      <Empty
        icon="check"
        title={word(tab === 'open' ? 'reviews.empty.open' : 'reviews.empty')}
        hint={word('reviews.empty.hint')}
      />
    );
  return (
    <Card title={word(`reviews.tab.${tab}`)} flush>
      <ul className="review-rows">
        {list.rows.map((line) => (
          <Line key={line.id} line={line} />
        ))}
      </ul>
      {list.onMore && (
        <div className="review-picked">
          <Button small kind="link" onClick={list.onMore}>
            {word('reviews.more')}
          </Button>
        </div>
      )}
    </Card>
  );
}

/** Checks and reviews: what is to be confirmed, what was, and who is behind. */
export function ReviewList() {
  const word = useReviewWords();
  const may = useMay();
  const [search, setSearch] = useAddressSearch();
  const [opening, setOpening] = useState(false);
  const tab = tabs.find((each) => each === search['show']) ?? 'open';
  return (
    <Page
      title={word('reviews.title')}
      actions={
        may('reviews.hold') && (
          <Button kind="primary" icon="plus" onClick={() => setOpening(true)}>
            {word('reviews.open')}
          </Button>
        )
      }
      tabs={
        <Tabs
          label={word('reviews.title')}
          value={tab}
          onChange={(show) => setSearch({ show })}
          tabs={tabs.map((value) => ({ value, word: word(`reviews.tab.${value}`) }))}
        />
      }
    >
      <div className="reviews review-listing">
        <Lines key={tab} tab={tab} />
      </div>
      {opening && <OpenDialog onClose={() => setOpening(false)} />}
    </Page>
  );
}
