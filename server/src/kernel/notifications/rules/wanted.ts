import type { NoticeKind } from '../notice-kind.ts';

/** The ways a message reaches a member. */
export type Channel = 'app' | 'mail';

/** What a member switched, by kind of message, where it differs from what ships. */
export type Switches = Readonly<Record<string, Partial<Record<Channel, boolean>>>>;

/**
 * Whether a member wants a kind of message over a channel: their own switch, else what ships. A kind that no chapter
 * describes reaches them either way.
 */
export function wanted(notice: NoticeKind | undefined, kind: string, channel: Channel, switches: Switches): boolean {
  return switches[kind]?.[channel] ?? notice?.[channel] ?? true;
}

/**
 * A member's switches after they chose some: of these only what differs from what ships is kept, so that better defaults
 * reach everybody; the others stay.
 */
export function switched(
  notices: Iterable<NoticeKind>,
  chosen: ReadonlyMap<string, { readonly app: boolean; readonly mail: boolean }>,
  before: Switches,
): Switches {
  const switches = Object.fromEntries(Object.entries(before).filter(([kind]) => !chosen.has(kind)));
  for (const notice of notices) {
    const choice = chosen.get(notice.kind);
    if (!choice) continue;
    const own: Partial<Record<Channel, boolean>> = {};
    if (choice.app !== notice.app) own.app = choice.app;
    if (notice.mail !== null && choice.mail !== notice.mail) own.mail = choice.mail;
    if (Object.keys(own).length > 0) switches[notice.kind] = own;
  }
  return switches;
}
