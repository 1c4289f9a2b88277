import type { Actor } from '../../access/index.ts';
import { insertContactPoints, insertHeads } from '../../records/records.ts';
import { Reader } from '../../http/reader.ts';
import type { Caller, TestHouse } from '../../../testing/test-house.ts';
import { defineList, instant, type ListContext } from '../index.ts';

/** A row of the sample list. */
export interface HeadItem {
  id: string;
  number: string;
  title: string;
  createdAt: string;
  mine: boolean;
}

/** A list over bare heads, so that the room is tested without a chapter. */
export const headList = defineList<HeadItem>({
  list: 'testing.heads',
  kind: 'pebble',
  from: 'seen.records p',
  alias: 'p',
  columns: {
    id: 'p.id',
    number: 'r.number',
    title: 'p.title',
    createdAt: instant('p.created_at'),
    mine: 'p.owner_id = {me}::uuid',
  },
  fields: [
    { name: 'kind', kind: 'text', column: 'kind' },
    { name: 'title', kind: 'text', column: 'title', sortable: true },
    { name: 'secret', kind: 'text', column: 'number', fieldClass: 'contact', sortable: true },
    { name: 'createdAt', kind: 'instant', column: 'created_at', sortable: true },
    { name: 'ownerId', kind: 'id', column: 'owner_id' },
    { name: 'departmentId', kind: 'id', column: 'department_id' },
    { name: 'version', kind: 'number', column: 'version', sortable: true },
  ],
  defaultSort: '-createdAt',
  permission: 'leads.read',
  reveal: 'leads.reveal',
});

/** A head to lay down. */
export interface Pebble {
  readonly title: string;
  readonly owner?: Caller;
  readonly departmentId?: string;
  readonly createdAt?: string;
  readonly phone?: string;
  readonly version?: number;
  readonly words?: string[];
}

/** Lays heads down in the organisation of the first owner; returns their ids in order. */
export async function lay(house: TestHouse, orgId: string, pebbles: readonly Pebble[]): Promise<string[]> {
  const { database, time } = house.services;
  const origin = { orgId, actorId: null, operation: 'testing.lay', requestId: 'test' };
  return database.write(origin, async (tx) => {
    const heads = pebbles.map((pebble) => ({
      id: time.newId(),
      kind: 'pebble',
      number: `P${time.newId().slice(-12)}`,
      title: pebble.title,
      ownerId: pebble.owner?.memberId ?? null,
      departmentId: pebble.departmentId ?? null,
      searchable: pebble.words ?? [],
    }));
    await insertHeads(tx, heads);
    for (const [i, { createdAt, version }] of pebbles.entries()) {
      await tx.run({
        text: 'update app.records set created_at = coalesce($3::timestamptz, created_at), version = coalesce($4::int, version) where org_id = $1 and id = $2',
        values: [orgId, heads[i]?.id, createdAt ?? null, version ?? null],
      });
    }
    await insertContactPoints(
      tx,
      pebbles.flatMap(({ phone }, i) =>
        phone ? [{ recordId: heads[i]?.id ?? '', kind: 'phone' as const, normalized: phone }] : [],
      ),
    );
    return heads.map((head) => head.id);
  });
}

/** The context of a reading verb, as this caller would have it. */
export async function contextOf(house: TestHouse, caller: Caller): Promise<ListContext & { actor: Actor }> {
  const { services } = house;
  const [key] = (
    await services.database.writes.query('select id from auth.api_keys where member_id = $1 and revoked_at is null', [
      caller.memberId,
    ])
  ).rows as { id: string }[];
  const credential = {
    via: 'key' as const,
    orgId: caller.orgId,
    memberId: caller.memberId,
    userId: caller.userId,
    proof: key?.id ?? '',
  };
  const actor = await services.registry.actors.load(services.database, credential, services.time.now());
  if (!actor) throw new Error('nobody acts');
  const read = new Reader(services.database, actor, services.registry.actors.guard(credential, services.time.now()));
  return { actor, read, time: services.time, services };
}
