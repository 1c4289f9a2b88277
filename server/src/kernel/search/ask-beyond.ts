import { sql } from 'kysely';
import type { Actor } from '../access/index.ts';
import type { Services } from '../house/services.ts';
import { digestOf, noteProbes, probeAccount } from './probes.ts';
import { normalizeEmail, phoneQuery } from './rules/phone.ts';

/** What a member may learn of a number nobody in their sight has. */
export type Beyond = 'exists' | 'none' | 'limit';

/** The whole number or address a text is; four digits, or half a number, ask for nothing out of sight. */
function wholeOf(q: string): string | undefined {
  const phone = phoneQuery(q);
  if (phone) return phone.kind === 'whole' ? phone.phone : undefined;
  return q.includes('@') ? normalizeEmail(q) : undefined;
}

/**
 * Whether a whole number or address that nothing in sight has is known out of sight (REQUIREMENTS, "Privacy where rules
 * meet"). Whoever could ask at will would find hidden digits by trying: every answer is noted and audited, a miss like
 * a hit, at most 20 an hour; the same number again costs nothing. Null where no whole number is asked for.
 */
export async function askBeyond(services: Services, actor: Actor, q: string): Promise<Beyond | null> {
  const whole = wholeOf(q);
  if (whole === undefined) return null;
  const { orgId, memberId } = actor;
  const origin = { orgId, actorId: memberId, operation: 'search.find', requestId: 'search.find' };
  return services.database.write(origin, async (tx): Promise<Beyond> => {
    const { left, known } = await probeAccount(tx, memberId, 'search');
    const asked = digestOf(orgId, whole);
    if (!known.has(asked)) {
      if (left === 0) return 'limit';
      await noteProbes(tx, memberId, 'search', [{ asked }]);
    }
    const found = await tx.maybe(sql<{ recordId: string }>`
      select p.record_id from seen.contact_points p
      join seen.records r on r.org_id = p.org_id and r.id = p.record_id and r.deleted_at is null
      where p.org_id = ${orgId}::uuid and p.normalized = ${whole} limit 1`);
    return found ? 'exists' : 'none';
  });
}
