import type { Why } from '@dealtrail/protocol/kernel';
import type { Reaction, Registry } from '../../../kernel/house/module.ts';
import { notify } from '../../../kernel/notifications/index.ts';
import { FOLLOW_UP_RECORDED } from '../clocks.ts';
import { COMMENTED, MENTIONED } from '../events.ts';
import { followersQuery } from '../store/watch-store.ts';

/** A sentence of the house in one language; a parameter that is not there stays as it stands. */
function said(registry: Registry, text: Why, locale: 'zh' | 'en'): string {
  const sentence = registry.messages[locale][text.key] ?? text.key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(text.params[name] ?? whole));
}

const own: Readonly<Record<string, string>> = {
  [FOLLOW_UP_RECORDED]: 'activities.notice.followed_up',
  [COMMENTED]: 'activities.notice.commented',
};

/**
 * A reaction by which those who follow a record hear of these events on it, but for who caused them and who is told as
 * mentioned. A later chapter brings one with the events that change its records; changes of whole batches stay silent.
 */
export function tellFollowers(chapter: string, on: readonly string[]): Reaction {
  return {
    name: `${chapter}.tell_followers`,
    on,
    concerns: ({ batch }) => batch !== true,
    async run({ tx, event, services }) {
      const found = await tx.maybe(followersQuery(tx.orgId, event.id, event.recordId));
      if (!found) return;
      const { title, kind, text, by, memberIds } = found;
      const mentioned = new Set((event.data['mentionIds'] ?? []) as string[]);
      const told = memberIds.filter((id) => id !== event.actorId && !mentioned.has(id));
      const key = own[event.type] ?? (text ? 'activities.notice.watched' : undefined);
      if (told.length === 0 || key === undefined) return;
      const what = text
        ? { whatZh: said(services.registry, text, 'zh'), whatEn: said(services.registry, text, 'en') }
        : {};
      await notify(tx, services, {
        eventId: event.id,
        memberIds: told,
        kind: 'activities.watched',
        recordId: event.recordId,
        recordKind: kind,
        text: { key, params: { title, by: by ?? '', ...what } },
      });
    },
  };
}

/** Reaction: whoever was named by @ and may see the record hears of it; nobody gets a right by it. */
export const whenMentionedTellMember: Reaction = {
  name: 'activities.tell_mentioned',
  on: [MENTIONED],
  async run({ tx, event, services }) {
    const found = await tx.maybe(followersQuery(tx.orgId, event.id, event.recordId));
    if (!found) return;
    const { memberIds } = event.data as unknown as { memberIds: string[] };
    await notify(tx, services, {
      eventId: event.id,
      memberIds: memberIds.filter((id) => id !== event.actorId),
      kind: 'activities.mentioned',
      recordId: event.recordId,
      recordKind: found.kind,
      text: { key: 'activities.notice.mentioned', params: { title: found.title, by: found.by ?? '' } },
    });
  },
};

/** Reaction: followers hear of follow-ups and comments. */
export const whenTalkedTellFollowers = tellFollowers('activities', [FOLLOW_UP_RECORDED, COMMENTED]);
