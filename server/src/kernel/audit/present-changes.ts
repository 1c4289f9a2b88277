import { sql } from 'kysely';
import { type Actor, maskEmail, maskPhone } from '../access/index.ts';
import { fieldClassOf, type RowOf } from '../db/index.ts';
import type { Registry } from '../house/module.ts';
import type { Reader } from '../http/reader.ts';
import { namesById } from '../records/people-names.ts';
import { visibleHead } from '../records/records.ts';

type Changes = RowOf<'audit'>['changes'];

/** A row of the audit as it is shown. */
export type ChangeRow = Pick<
  RowOf<'audit'>,
  'id' | 'at' | 'actorId' | 'operation' | 'tableName' | 'recordId' | 'changes'
>;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Contact data as those see it who may not, in whatever shape it was kept. */
function maskedContact(value: unknown): unknown {
  if (typeof value === 'string') return value.includes('@') ? maskEmail(value) : maskPhone(value);
  if (Array.isArray(value)) return value.map(maskedContact);
  if (value !== null && typeof value === 'object') {
    return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, maskedContact(item)]));
  }
  return typeof value === 'number' ? '***' : value;
}

const maskedPrice = (value: unknown): unknown => (value === null ? null : '***');

/** The changes of one audit row as they are shown: contact data and prices masked, the rest as it was. */
function presentChanges(table: string, changes: Changes): Changes {
  return Object.fromEntries(
    Object.entries(changes).map(([field, { before, after }]) => {
      const fieldClass = fieldClassOf(table, field);
      if (fieldClass === 'public') return [field, { before, after }];
      const masked = fieldClass === 'contact' ? maskedContact : maskedPrice;
      return [field, { before: masked(before), after: masked(after) }];
    }),
  );
}

/** Ids that stand in changes and may be somebody's or some record's. */
function idsIn(changes: Changes): string[] {
  return Object.values(changes)
    .flatMap(({ before, after }) => [before, after])
    .filter((value): value is string => typeof value === 'string' && UUID.test(value));
}

/** Names of members, and titles of records this reader may see, by their ids; of others nothing is said. */
async function namesOf(read: Reader, actor: Actor, registry: Registry, ids: readonly (string | null)[]) {
  const members = await namesById(read, registry.people, ids);
  const others = [...new Set(ids.flatMap((id) => (id !== null && !members.has(id) ? [id] : [])))];
  if (others.length === 0) return members;
  const heads = await read.many(sql<{ id: string; title: string }>`select r.id, r.title from seen.records r
    where r.org_id = ${actor.orgId}::uuid and r.id = any(${others}::uuid[]) and ${visibleHead(actor, registry, 'r')}`);
  return new Map([...members, ...heads.map(({ id, title }): [string, string] => [id, title])]);
}

/** Rows of the audit as they are shown, with the names of the members and records in them. */
export async function presentRows(read: Reader, actor: Actor, registry: Registry, rows: readonly ChangeRow[]) {
  const inside = rows.map(({ changes }) => idsIn(changes));
  const names = await namesOf(read, actor, registry, [...rows.map(({ actorId }) => actorId), ...inside.flat()]);
  return rows.map((row, i) => ({
    id: row.id,
    at: row.at.toISOString(),
    actorName: (row.actorId && names.get(row.actorId)) ?? null,
    operation: row.operation,
    table: row.tableName,
    changes: presentChanges(row.tableName, row.changes),
    names: Object.fromEntries(
      (inside[i] ?? []).flatMap((id) => {
        const name = names.get(id);
        return name === undefined ? [] : [[id, name]];
      }),
    ),
  }));
}
