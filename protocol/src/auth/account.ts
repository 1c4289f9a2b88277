import { z } from 'zod';
import { ById, ItemsOf, operation, OutId, OutInstant } from '../kernel/index.ts';

/** What somebody signs in with, as far as it says so itself. */
export const Browser = z.enum([
  'wecom',
  'wechat',
  'dingtalk',
  'feishu',
  'edge',
  'opera',
  'firefox',
  'chrome',
  'safari',
  'other',
]);
export type Browser = z.infer<typeof Browser>;

/** The system below it. */
export const System = z.enum(['harmony', 'android', 'ios', 'windows', 'macos', 'linux', 'other']);
export type System = z.infer<typeof System>;

/** How near the address is: the server's own machine, a private network, the internet. */
export const Near = z.enum(['machine', 'network', 'internet']);
export type Near = z.infer<typeof Near>;

const OwnSession = z.object({
  id: OutId,
  /** The one that asks. */
  here: z.boolean(),
  browser: Browser,
  system: System,
  /** Network of the address, such as 203.0.113.* */
  peer: z.string(),
  near: Near,
  createdAt: OutInstant,
  /** Last used, to within five minutes. */
  seenAt: OutInstant,
});

export const listOwnSessions = operation({
  id: 'auth.listOwnSessions',
  method: 'GET',
  path: '/account/sessions',
  result: ItemsOf(OwnSession),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Where one is signed in, the last used first.',
});

export const endOwnSession = operation({
  id: 'auth.endOwnSession',
  method: 'DELETE',
  path: '/account/sessions/:id',
  params: ById,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Ends one own session; its next request is answered as not signed in.',
});

export const endOtherSessions = operation({
  id: 'auth.endOtherSessions',
  method: 'DELETE',
  path: '/account/sessions',
  result: z.object({ ended: z.number().int() }),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Ends every own session but the one that asks.',
});
