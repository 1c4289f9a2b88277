import { z } from 'zod';
import { Id, operation, OutId, OutInstant, Why } from '../kernel/index.ts';

/**
 * What became of the mail of a message. Without a mail server it is shown as not sent; `withdrawn` was not wanted any
 * more, or about something its member no longer sees, when it was to leave.
 */
export const MailOutcome = z.enum(['none', 'waiting', 'sent', 'not_configured', 'failed', 'withdrawn']);

/** One message to one person about one record; `text` is a message key with parameters. */
export const NotificationView = z.object({
  id: OutId,
  kind: z.string(),
  recordKind: z.string().nullable(),
  recordId: OutId.nullable(),
  /** Address of the record's page, such as /leads/…; null where there is none. */
  page: z.string().nullable(),
  text: Why,
  at: OutInstant,
  readAt: OutInstant.nullable(),
  mail: MailOutcome,
});
export type NotificationView = z.infer<typeof NotificationView>;

export const listNotifications = operation({
  id: 'notifications.list',
  method: 'GET',
  path: '/notifications',
  /** `before` is the id of the last message read so far. */
  query: z.strictObject({
    unread: z.enum(['true']).optional(),
    kind: z.string().max(80).optional(),
    before: Id.optional(),
    limit: z.coerce.number().int().min(1).max(100).optional(),
  }),
  result: z.object({ items: z.array(NotificationView), more: z.boolean(), unread: z.number().int() }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The messages to the signed-in member, the newest 50 first, with the count of all unread ones.',
});

export const countNotifications = operation({
  id: 'notifications.count',
  method: 'GET',
  path: '/notifications/count',
  result: z.object({ unread: z.number().int() }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'How many messages the signed-in member has not read.',
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

const TimeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** Hours without mail, in the organisation's zone; `to` before `from` is the next morning. */
export const QuietHours = z.strictObject({ on: z.boolean(), from: TimeOfDay, to: TimeOfDay });

export const NotificationPreferences = z.object({
  notices: z.array(
    z.object({
      kind: z.string(),
      app: z.boolean(),
      /** Null where no mail is ever written about it. */
      mail: z.boolean().nullable(),
      /** Does not wait for the end of quiet hours; the organisation decides. */
      urgent: z.boolean(),
    }),
  ),
  quiet: z.object({ on: z.boolean(), from: z.string(), to: z.string() }),
  zone: z.string(),
  /** False: no mail leaves this installation; the operator has to set it up. */
  mailConfigured: z.boolean(),
  email: z.string(),
  /** 0 before the first choice. */
  version: z.number().int(),
});
export type NotificationPreferences = z.infer<typeof NotificationPreferences>;

export const getPreferences = operation({
  id: 'notifications.preferences',
  method: 'GET',
  path: '/notifications/preferences',
  result: NotificationPreferences,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'What the signed-in member wants to hear of, how, and when not.',
});

export const savePreferences = operation({
  id: 'notifications.savePreferences',
  method: 'PUT',
  path: '/notifications/preferences',
  body: z.strictObject({
    version: z.number().int().min(0),
    notices: z
      .array(z.strictObject({ kind: z.string().max(80), app: z.boolean(), mail: z.boolean() }))
      .max(200)
      .optional(),
    quiet: QuietHours.optional(),
  }),
  result: NotificationPreferences,
  problems: ['stale_version', 'notice_unknown'],
  permission: 'member',
  offline: 'online',
  summary: 'Changes what the signed-in member wants to hear of, how, and when not; what is left out stays.',
});

export const saveUrgentNotices = operation({
  id: 'notifications.saveUrgent',
  method: 'PUT',
  path: '/notifications/urgent',
  body: z.strictObject({ kinds: z.array(z.string().max(80)).max(200) }),
  result: z.object({ kinds: z.array(z.string()) }),
  problems: ['notice_unknown'],
  permission: 'organization.manage',
  offline: 'online',
  summary: 'Says which kinds of message do not wait for the end of quiet hours.',
});

export const notificationsProblems = { notice_unknown: 422 } as const;
