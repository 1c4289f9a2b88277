import { markNotificationsRead, type NotificationView } from '@dealtrail/protocol/notifications';
import { useAct } from '../../../kernel/client/index.ts';
import { useSay } from '../../../kernel/i18n/index.ts';
import { Link } from '../../../kernel/routing/index.ts';
import { IconButton } from '../../../kit/button/index.ts';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { useNoticeWords } from './words.ts';

/** One message: what it says, what it is about, when it came and what became of its mail. */
export function NotificationRow({ item }: { readonly item: NotificationView }) {
  const word = useNoticeWords();
  const say = useSay();
  const read = useAct(markNotificationsRead, { invalidates: ['notifications.*'] });
  const text = say(item.text);
  const markRead = () => read.press({ body: { ids: [item.id] } });
  const unread = item.readAt === null;
  return (
    <li className={unread ? 'unread' : ''}>
      <div className="k-grow">
        {item.page ? (
          <Link to={item.page} {...(unread ? { onClick: markRead } : {})}>
            {text}
          </Link>
        ) : (
          <span>{text}</span>
        )}
        <div className="k-s12 k-t3">
          <Facts>
            <span>{word(`notice.${item.kind}`)}</span>
            <Moment at={item.at} ago />
            {item.mail !== 'none' && (
              <span className={item.mail === 'failed' || item.mail === 'not_configured' ? 'not-sent' : ''}>
                {word(`notifications.mail.${item.mail}`)}
              </span>
            )}
          </Facts>
        </div>
      </div>
      {unread && (
        <IconButton
          small
          icon="check"
          label={word('notifications.readOf', { text })}
          disabled={read.busy}
          onClick={markRead}
        />
      )}
    </li>
  );
}
