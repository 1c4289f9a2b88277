import type { Answer } from '@dealtrail/protocol/kernel';
import { describeStand } from '@dealtrail/protocol/leads';
import { useOperation } from '../../../kernel/client/index.ts';
import { useAddressParam } from '../../../kernel/routing/index.ts';
import { useMay, useSession } from '../../../kernel/session/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { Page } from '../../../kit/page/index.ts';
import { useNow } from '../../../kit/provider/index.ts';
import { Notice, Skeleton } from '../../../kit/states/index.ts';
import { useSourceName } from '../../../modules/leads/index.ts';
import { EntryForm } from '../parts/entry-form.tsx';
import { EntryList } from '../parts/entry-list.tsx';
import { useStandWords } from '../parts/words.ts';
import { bodyOf, type Entry, shownEntries } from '../rules/entry.ts';
import { useEntries } from '../use-entries.ts';
import { useTyped } from '../use-typed.ts';
import '../parts/stand.css';

type StandFacts = Answer<typeof describeStand>;

/** Who entered how many today; what waits on this phone is said beside it. */
function DayCount({ today, waiting }: Pick<StandFacts, 'today'> & { readonly waiting: number }) {
  const word = useStandWords();
  const { member } = useSession();
  const all = today.reduce((sum, { entries }) => sum + entries, 0);
  const mine = today.find(({ memberId }) => memberId === member.id)?.entries ?? 0;
  return (
    <div className="stand-today">
      <b>{word('stand.today')}</b>
      <div>
        <Facts>
          <span>{all === 0 ? word('stand.today.none') : word('stand.today.all', { count: all })}</span>
          {mine > 0 && <span>{word('stand.today.mine', { count: mine })}</span>}
          {today
            .filter(({ memberId }) => memberId !== member.id)
            .map(({ memberId, name, entries }) => (
              <span key={memberId}>
                {name} {entries}
              </span>
            ))}
          {waiting > 0 && <b>{word('stand.today.waiting', { count: waiting })}</b>}
        </Facts>
      </div>
    </div>
  );
}

function Desk({ stand, onSent }: { readonly stand: StandFacts; readonly onSent: () => void }) {
  const word = useStandWords();
  const sourceName = useSourceName();
  const { member } = useSession();
  const now = useNow();
  const { campaign, source, today } = stand;
  const desk = `${campaign.id} ${member.id}`;
  const typing = useTyped(desk);
  const {
    entries = [],
    add,
    drop,
  } = useEntries({
    desk,
    bodyOf: (typed) => bodyOf(typed, { source, campaign: campaign.name }, (wish) => word(`stand.need.${wish}`)),
    sayWhy: ({ problem }) =>
      [problem.title, ...(problem.fields ?? []).map(({ message }) => message)].filter(Boolean).join(' '),
    onSent,
  });
  const waiting = entries.filter(({ state }) => state === 'waiting').length;
  const mend = async (entry: Entry) => {
    typing.take(entry.typed, entry.photo);
    await drop(entry.id);
    scrollTo({ top: 0 });
  };
  return (
    <div className="stand">
      <p className="k-s13 k-t2">{word('stand.fixed', { source: sourceName(source), campaign: campaign.name })}</p>
      <DayCount today={today} waiting={waiting} />
      {waiting > 0 && !navigator.onLine && <Notice title={word('stand.offline')} />}
      <EntryForm desk={typing} mayTake={useMay()('leads.followUp')} onSave={add} />
      <EntryList
        entries={shownEntries(entries, now)}
        onMend={(entry) => void mend(entry)}
        onDrop={(entry) => void drop(entry.id)}
      />
    </div>
  );
}

/** The phone page of a stand: one visitor after the other, with or without a signal. */
export function Stand() {
  const word = useStandWords();
  const id = useAddressParam('id');
  const found = useOperation(describeStand, { params: { id } }, { every: 60_000 });
  return (
    <Page title={found.data?.campaign.name ?? word('stand.title')}>
      {found.isError && !found.data ? (
        <ProblemState error={found.error} onRetry={() => void found.refetch()} />
      ) : found.data ? (
        <Desk stand={found.data} onSent={() => void found.refetch()} />
      ) : (
        <Skeleton shape="rows" count={5} />
      )}
    </Page>
  );
}
