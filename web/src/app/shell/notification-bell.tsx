import { listNotifications, markNotificationsRead } from '@dealtrail/protocol/notifications';
import { Popover } from 'antd';
import { useState } from 'react';
import { useAct, useOperation } from '../../kernel/client/index.ts';
import { useSay, useWords } from '../../kernel/i18n/index.ts';
import { Link } from '../../kernel/routing/index.ts';
import { Button, IconButton } from '../../kit/button/index.ts';
import { Moment } from '../../kit/formats/index.ts';

const MINUTE_MS = 60_000;

const pageOf: Readonly<Record<string, string>> = {
  lead: '/leads',
  customer: '/customers',
  opportunity: '/opportunities',
};

function NotificationList({ onClose }: { readonly onClose: () => void }) {
  const word = useWords();
  const say = useSay();
  const found = useOperation(listNotifications, {});
  const read = useAct(markNotificationsRead, { invalidates: [listNotifications] });
  const items = found.data?.items ?? [];
  if (items.length === 0) return <p className="k-t2">{word('shell.notifications.empty')}</p>;
  return (
    <div className="app-popover">
      <ul>
        {items.map((item) => {
          const page = pageOf[item.recordKind ?? ''];
          return (
            <li key={item.id} className={item.readAt ? '' : 'unread'}>
              {page && item.recordId ? (
                <Link to={`${page}/${item.recordId}`} onClick={onClose}>
                  {say(item.text)}
                </Link>
              ) : (
                say(item.text)
              )}
              <div className="k-s12 k-t3">
                <Moment at={item.at} ago />
                {(item.mail === 'not_configured' || item.mail === 'failed') && ` ${word(`shell.mail.${item.mail}`)}`}
              </div>
            </li>
          );
        })}
      </ul>
      {(found.data?.unread ?? 0) > 0 && (
        <Button kind="link" small busy={read.busy} onClick={() => read.press({ body: {} })}>
          {word('shell.notifications.readAll')}
        </Button>
      )}
    </div>
  );
}

/** The bell: what happened that concerns the member, newest first. */
export function NotificationBell() {
  const word = useWords();
  const [open, setOpen] = useState(false);
  const unread = useOperation(listNotifications, {}, { every: MINUTE_MS }).data?.unread ?? 0;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      arrow={false}
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      content={<NotificationList onClose={() => setOpen(false)} />}
    >
      <IconButton
        icon="bell"
        badge={unread}
        aria-expanded={open}
        label={unread ? word('shell.notifications.unread', { count: unread }) : word('shell.notifications')}
      />
    </Popover>
  );
}
