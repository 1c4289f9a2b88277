import * as protocol from '@dealtrail/protocol/activities';
import type { Actor } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import type { Services } from '../../../kernel/house/services.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { lockVisibleHead } from '../../../kernel/records/records.ts';
import { COMMENTED } from '../events.ts';
import { insertComment } from '../store/comment-store.ts';
import { tellMentioned } from './mention.ts';

/** Says something about a record to those who see it. */
export const addComment = handle(protocol.addComment, async ({ actor, tx, input, time, services }) => {
  const head = await lockVisibleHead(tx, actor, input.id, services.registry);
  const { commentId = time.newId(), text, mentionIds = [] } = input;
  const row = { id: commentId, recordId: head.id, authorId: actor.memberId, text, at: time.now() };
  await insertComment(tx, row);
  tx.publish({ type: COMMENTED, recordId: head.id, data: { commentId, mentionIds } });
  tellMentioned(tx, head.id, mentionIds);
  return { ...row, at: row.at.toISOString(), authorName: actor.name };
});

async function unseeing(tx: Tx, services: Services, actor: Actor, recordId: string, memberIds: readonly string[]) {
  const { people, kinds } = services.registry;
  const head = await lockVisibleHead(tx, actor, recordId, services.registry);
  const permission = `${kinds.get(head.kind)?.chapter}.read`;
  const all = await people.activeAmong(tx, memberIds);
  const seeing = await people.activeAmong(tx, memberIds, { ...head, permission });
  const told = new Set(seeing.map(({ id }) => id));
  return all.filter(({ id }) => !told.has(id)).map(({ id, name }) => ({ id, name }));
}

/** Who of some members does not see a record: a mention gives no right, so the writer may share it first. */
export const askSight = handle(protocol.askSight, async ({ actor, tx, input, services }) => ({
  unseeing: await unseeing(tx, services, actor, input.id, input.memberIds),
}));
