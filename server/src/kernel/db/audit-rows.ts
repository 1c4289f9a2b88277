import { randomBytes } from 'node:crypto';
import type { Time } from '../time/time.ts';
import type { TableFacts, Tables } from './tables.ts';
import type { Origin } from './origin.ts';

/** One change as the audit keeps it: field → before and after. The salt lets a value be erased later without breaking the chain. */
export interface AuditRow {
  org_id: string;
  id: string;
  at: Date;
  actor_id: string | null;
  operation: string;
  request_id: string;
  table_name: string;
  record_id: string | null;
  row_key: string;
  changes: Record<string, { before: unknown; after: unknown }>;
  salt: string;
}

const technical = new Set(['orgId', 'version', 'updatedAt']);

function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a == null && b == null) return true;
  if (a instanceof Date || b instanceof Date)
    return a != null && b != null && new Date(a as Date).getTime() === new Date(b as Date).getTime();
  if (typeof a === 'object' && typeof b === 'object') return JSON.stringify(a) === JSON.stringify(b);
  return false;
}

/** The difference of one write, or undefined when nothing worth noting changed. */
export function auditDifference<Name extends keyof Tables & string>(
  origin: Origin,
  time: Time,
  table: TableFacts<Name>,
  before: Record<string, unknown> | undefined,
  after: Record<string, unknown> | undefined,
): AuditRow | undefined {
  if (!table.auditedBy) return undefined;
  const skipped = new Set(table.unaudited);
  const changes: AuditRow['changes'] = {};
  for (const name of Object.keys(after ?? before ?? {})) {
    if (technical.has(name) || skipped.has(name)) continue;
    const was = before?.[name] ?? null;
    const is = after ? (after[name] ?? null) : null;
    if (!same(was, is)) changes[name] = { before: was, after: is };
  }
  if (Object.keys(changes).length === 0) return undefined;
  const row = { orgId: origin.orgId, ...before, ...after } as Record<string, unknown>;
  return {
    org_id: origin.orgId,
    id: time.newId(),
    at: time.now(),
    actor_id: origin.actorId,
    operation: origin.operation,
    request_id: origin.requestId,
    table_name: table.name,
    record_id: (row[table.auditedBy] as string | undefined) ?? null,
    row_key: table.key.map((name) => String(row[name])).join('/'),
    changes,
    salt: randomBytes(12).toString('base64url'),
  };
}
