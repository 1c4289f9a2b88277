import { sql } from 'kysely';
import type { Participant } from '../house/participant.ts';
import { handsOver } from './merge/merge-store.ts';

/** Tables keyed by a record and something else: a merge copies what the other record lacks, and undone takes it away. */
const keyed = [
  { name: 'match_keys', others: 'key_kind, key' },
  { name: 'contact_points', others: 'kind, normalized, reversed' },
  { name: 'shares', others: 'member_id, level, ends_at, note, granted_by, granted_at' },
] as const;

const copies = keyed.map(({ name, others }): Participant => {
  const first = others.split(', ').slice(0, name === 'shares' ? 1 : 2);
  return {
    kind: 'merge',
    name,
    async move(tx, from, into) {
      const { rows } = await tx.run({
        text: `insert into app.${name} (org_id, record_id, ${others})
          select org_id, $3, ${others} from app.${name} where org_id = $1 and record_id = $2
          on conflict do nothing returning ${first.join(', ')}`,
        values: [tx.orgId, from.id, into.id],
      });
      return rows;
    },
    async undo(tx, _from, into, note) {
      await tx.run({
        text: `delete from app.${name} t using jsonb_populate_recordset(null::app.${name}, $3::jsonb) n
          where t.org_id = $1 and t.record_id = $2 and ${first.map((column) => `t.${column} = n.${column}`).join(' and ')}`,
        values: [tx.orgId, into.id, JSON.stringify(note ?? [])],
      });
    },
  };
});

/** Facts and messages without a meaning once the record is gone; the audit stays. */
const purged = ['shares', 'match_keys', 'contact_points', 'notifications', 'events'] as const;

/** What all records have and the kernel keeps: shares, keys, contact points, history. */
export const recordParticipants: readonly Participant[] = [
  {
    kind: 'delete',
    name: 'shares',
    preview: (rows, recordIds) =>
      rows.many(sql<{ recordId: string; key: string; count: number }>`
        select record_id, 'records.along.shares' as key, count(*)::int as count from seen.shares
        where org_id = ${rows.orgId}::uuid and record_id = any(${[...recordIds]}::uuid[]) group by record_id`),
    async purge(tx, heads) {
      const ids = heads.map(({ id }) => id);
      for (const table of purged) {
        const waiting = table === 'events' ? ' and relayed_at is not null' : '';
        await tx.run({
          text: `delete from app.${table} where org_id = $1 and record_id = any($2::uuid[])${waiting}`,
          values: [tx.orgId, ids],
        });
      }
    },
  },
  ...copies,
  handsOver('events'),
];
