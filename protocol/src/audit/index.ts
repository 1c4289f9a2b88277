import { z } from 'zod';
import { ById, operation, OutId, OutInstant } from '../kernel/index.ts';

export const AuditEntry = z.object({
  id: OutId,
  at: OutInstant,
  actorName: z.string().nullable(),
  operation: z.string(),
  table: z.string(),
  /** Field → before and after, as the reader may see them; contact data is masked. */
  changes: z.record(z.string(), z.object({ before: z.unknown(), after: z.unknown() })),
});

export const listAudit = operation({
  id: 'audit.ofRecord',
  method: 'GET',
  path: '/records/:id/audit',
  params: ById,
  result: z.object({ items: z.array(AuditEntry) }),
  problems: [],
  permission: 'audit.read',
  offline: 'online',
  summary: 'The newest 200 changes of a record, field by field.',
});
