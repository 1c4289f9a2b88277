import { z } from 'zod';
import { Id, operation, OutId, OutInstant, Why } from '../kernel/index.ts';

/** One message to one person about one record; `text` is a message key with parameters. */
export const NotificationView = z.object({
  id: OutId,
  kind: z.string(),
  recordKind: z.string().nullable(),
  recordId: OutId.nullable(),
  text: Why,
  at: OutInstant,
  readAt: OutInstant.nullable(),
  /** Without a mail server the mail that would have gone out is shown here as not sent. */
  mail: z.enum(['none', 'waiting', 'sent', 'not_configured', 'failed']),
});

export const listNotifications = operation({
  id: 'notifications.list',
  method: 'GET',
  path: '/notifications',
  result: z.object({ items: z.array(NotificationView), unread: z.number().int() }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The newest 50 messages to the signed-in member, with the count of unread ones.',
});

export const markNotificationsRead = operation({
  id: 'notifications.markRead',
  method: 'POST',
  path: '/notifications/read',
  body: z.strictObject({ ids: z.array(Id).max(200).optional() }),
  result: z.object({ unread: z.number().int() }),
  problems: [],
  permission: 'member',
  offline: 'queue',
  summary: 'Marks the given messages, or all, as read.',
});
