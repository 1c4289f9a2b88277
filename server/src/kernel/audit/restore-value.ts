import * as protocol from '@dealtrail/protocol/audit';
import { sql } from 'kysely';
import { handle } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { lockVisibleHead } from '../records/records.ts';
import type { ChangeRow } from './present-changes.ts';
import { restoreRefusal } from './restorable.ts';

/**
 * Puts one field back to its value before a change. It asks the object's own update verb, so that its version check and
 * every rule of its chapter apply as if somebody had typed the value.
 */
export const restoreValue = handle(protocol.restoreValue, async ({ actor, tx, input, time, services }) => {
  const change = await tx.maybe(sql<ChangeRow>`
    select a.id, a.at, a.actor_id, a.operation, a.table_name, a.record_id, a.changes from seen.audit a
    where a.org_id = ${tx.orgId}::uuid and a.id = ${input.id}::uuid`);
  if (!change || change.recordId === null) throw problem('not_found');
  const head = await lockVisibleHead(tx, actor, change.recordId, services.registry, 'update');
  const kind = services.registry.kinds.get(head.kind);
  const update = kind?.editing?.update;
  const refusal = kind ? restoreRefusal(kind, change, input.field) : 'value_computed';
  if (refusal || update?.kind !== 'write') throw problem(refusal ?? 'value_computed');
  const before = change.changes[input.field]?.before ?? null;
  const body = update.operation.body?.safeParse({ version: input.version, [input.field]: before });
  if (!body?.success) throw problem('value_refused');
  const given = Object.assign({ id: head.id }, body.data) as never;
  await update.run({ actor, tx, input: given, time, prepared: undefined, services });
  return { recordId: head.id, recordKind: head.kind, field: input.field };
});
