import type { Module } from '../house/module.ts';
import { listNotifications, markNotificationsRead } from './read-notifications.ts';

/** Messages to members about facts that concern them, in the product and by mail. */
export const notifications: Module = {
  name: 'notifications',
  routes: [listNotifications, markNotificationsRead],
};
