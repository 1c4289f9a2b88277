import { countNotifications, listNotifications, markNotificationsRead } from '@dealtrail/protocol/notifications';
import { Popover } from 'antd';
import { useState } from 'react';
import { useAct, useOperation } from '../../kernel/client/index.ts';
import { useSay, useWords } from '../../kernel/i18n/index.ts';
import { Link } from '../../kernel/routing/index.ts';
import { Button, IconButton } from '../../kit/button/index.ts';
import { Moment } from '../../kit/formats/index.ts';

/** Messages the bell shows; the others are on their page. */
const SHOWN = 8;

function NotificationList({ onClose }: { readonly onClose: () => void }) {
  const word = useWords();
  const say = useSay();
  const found = useOperation(listNotifications, { query: { limit: SHOWN } }, { freshFor: 0, live: ['notification'] });
  const read = useAct(markNotificationsRead, { invalidates: ['notifications.*'] });
  const items = found.data?.items ?? [];
  return (
    <div className="app-popover">
      {items.length === 0 && found.data && <p className="k-t2">{word('shell.notifications.empty')}</p>}
      <ul>
        {items.map((item) => {
          const { page } = item;
          return (
            <li key={item.id} className={item.readAt ? '' : 'unread'}>
              {page ? (
                <Link
                  to={page}
                  onClick={() => {
                    if (!item.readAt) read.press({ body: { ids: [item.id] } });
                    onClose();
                  }}
                >
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
      <div className="k-row">
        <Link to="/notifications" onClick={onClose}>
          {word('shell.notifications.all')}
        </Link>
        <span className="k-grow" />
        {(found.data?.unread ?? 0) > 0 && (
          <Button kind="link" small busy={read.busy} onClick={() => read.press({ body: {} })}>
            {word('shell.notifications.readAll')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The bell: what happened that concerns the member, newest first. */
export function NotificationBell() {
  const word = useWords();
  const [open, setOpen] = useState(false);
  const unread = useOperation(countNotifications, {}, { live: ['notification'] }).data?.unread ?? 0;
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
