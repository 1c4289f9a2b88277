import { notificationsProblems } from '@dealtrail/protocol/notifications';
import { notificationsEn, notificationsZh } from '@dealtrail/protocol/notifications/messages';
import type { Module } from '../house/module.ts';
import { getPreferences, savePreferences, saveUrgentNotices } from './operations/preferences.ts';
import { countNotifications, listNotifications, markNotificationsRead } from './operations/read-notifications.ts';

/** Messages to members about facts that concern them, in the product and by mail. */
export const notifications: Module = {
  name: 'notifications',
  problems: notificationsProblems,
  messages: { zh: notificationsZh, en: notificationsEn },
  constraints: { notification_preferences_pk: 'stale_version', urgent_notices_pk: 'conflict' },
  routes: [
    listNotifications,
    countNotifications,
    markNotificationsRead,
    getPreferences,
    savePreferences,
    saveUrgentNotices,
  ],
};
