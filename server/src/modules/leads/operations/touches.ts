import * as protocol from '@dealtrail/protocol/leads';
import { sql } from 'kysely';
import { visible } from '../../../kernel/access/index.ts';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { tellTouched } from '../events.ts';
import { resolveSource } from '../rules/source.ts';
import { lockForChange } from '../store/lead-store.ts';
import { readSources } from '../store/source-store.ts';
import { insertTouches, touchesQuery } from '../store/touch-store.ts';

const present = (touch: Omit<protocol.LeadTouch, 'at'> & { at: Date }): protocol.LeadTouch => ({
  ...touch,
  at: touch.at.toISOString(),
});

/** Through which sources a lead came again after its first. */
export const listTouches = handleRead(protocol.listTouches, async ({ actor, read, input }) => {
  const [[seen], touches] = await read.all([
    sql<{ id: string }>`
      select l.id from seen.leads l join seen.records r on r.org_id = l.org_id and r.id = l.id and r.deleted_at is null
      where l.org_id = ${actor.orgId}::uuid and l.id = ${input.id}::uuid and ${visible(actor, 'leads.read', 'l')}`,
    touchesQuery(actor.orgId, input.id),
  ]);
  if (!seen) throw problem('not_found');
  return { items: touches.map(present) };
});

/** Notes that a lead came again through a source; the first source never changes. */
export const addTouch = handle(protocol.addTouch, async ({ actor, tx, input }) => {
  const lead = await lockForChange(tx, actor, input.id, 'leads.update');
  const source = resolveSource(input.source, await readSources(tx));
  const key = source.kind === 'listed' ? source.key : source.kind === 'needs_mapping' ? source.text : null;
  await insertTouches(tx, [
    {
      leadId: lead.id,
      source: key,
      sourceText: input.source,
      sourceListed: source.kind !== 'needs_mapping',
      via: actor.via === 'key' ? 'api' : 'person',
      campaign: input.campaign ?? null,
      note: input.note ?? null,
    },
  ]);
  tellTouched(tx, lead.id, actor.name, input.source);
  const [touch] = await tx.many(touchesQuery(tx.orgId, lead.id));
  if (!touch) throw new Error('a touch just kept is gone');
  return present(touch);
});
