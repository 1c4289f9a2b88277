import { getPreferences, markNotificationsRead } from '@dealtrail/protocol/notifications';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { ProblemNotice, ProblemState } from '../../../kernel/states/index.ts';
import { Button, MenuButton } from '../../../kit/button/index.ts';
import { Page, Tabs } from '../../../kit/page/index.ts';
import { Empty, Skeleton } from '../../../kit/states/index.ts';
import { NotificationRow } from '../parts/notification-row.tsx';
import { useNoticeWords, useWordsOfKinds } from '../parts/words.ts';
import { useNotifications } from '../queries.ts';
import '../parts/notifications.css';

/** Narrows the messages to one kind. */
function KindMenu({
  kind,
  onChange,
}: {
  readonly kind: string | undefined;
  readonly onChange: (kind: string | undefined) => void;
}) {
  const word = useNoticeWords();
  const kinds = useOperation(getPreferences, {}, { freshFor: 5 * 60_000 }).data?.notices ?? [];
  useWordsOfKinds(kinds.map((notice) => notice.kind));
  const acts = [undefined, ...kinds.map((notice) => notice.kind)].map((each) => ({
    key: each ?? 'any',
    word: each ? word(`notice.${each}`) : word('notifications.kind.any'),
    chosen: each === kind,
    onClick: () => onChange(each),
  }));
  const shown = kind ? word(`notice.${kind}`) : word('notifications.kind.any');
  return (
    <MenuButton acts={acts}>
      <Button kind="quiet" icon="filter" label={word('notifications.kind', { shown })}>
        {shown}
      </Button>
    </MenuButton>
  );
}

function Messages({ list, unread }: { readonly list: ReturnType<typeof useNotifications>; readonly unread: boolean }) {
  const word = useNoticeWords();
  if (list.error) return <ProblemState error={list.error} onRetry={list.retry} />;
  if (!list.items) return <Skeleton shape="rows" count={8} />;
  if (list.items.length === 0) {
    return (
      <Empty
        icon="bell"
        title={word(unread ? 'notifications.none.unread' : 'notifications.none')}
        hint={word(unread ? 'notifications.none.unread.hint' : 'notifications.none.hint')}
      />
    );
  }
  return (
    <>
      <ul className="notices">
        {list.items.map((item) => (
          <NotificationRow key={item.id} item={item} />
        ))}
      </ul>
      {list.onMore && (
        <div className="notices-more">
          <Button busy={list.loadingMore} onClick={list.onMore}>
            {word('notifications.more')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Everything that concerned the member, the newest first: all, what is unread, or one kind. */
export function NotificationCentre() {
  const word = useNoticeWords();
  const go = useGo();
  const [search, change] = useAddressSearch();
  const unread = search['unread'] === 'true' ? ('true' as const) : undefined;
  const kind = search['kind'];
  const list = useNotifications({ unread, kind });
  const readAll = useAct(markNotificationsRead, { invalidates: ['notifications.*'] });
  return (
    <Page
      title={word('notifications.title')}
      tabs={
        <Tabs
          label={word('notifications.which')}
          value={unread ? 'unread' : 'all'}
          onChange={(next) => change({ unread: next === 'unread' ? 'true' : undefined })}
          tabs={[
            { value: 'all', word: word('notifications.all') },
            { value: 'unread', word: word('notifications.unread'), count: list.unread || undefined },
          ]}
        />
      }
      actions={
        <>
          <KindMenu kind={kind} onChange={(next) => change({ kind: next })} />
          <Button
            icon="check"
            disabled={list.unread === 0}
            busy={readAll.busy}
            onClick={() => readAll.press({ body: {} })}
          >
            {word('notifications.readAll')}
          </Button>
          <Button icon="settings" onClick={() => go('/settings/notifications')}>
            {word('notifications.settings')}
          </Button>
        </>
      }
    >
      <ProblemNotice error={readAll.error} />
      <Messages list={list} unread={unread !== undefined} />
    </Page>
  );
}
