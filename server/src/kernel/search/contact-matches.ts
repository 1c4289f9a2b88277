import { type RawBuilder, sql } from 'kysely';
import { type Actor, visible } from '../access/index.ts';
import { normalizeEmail, phoneQuery } from './rules/phone.ts';

/**
 * Query for the ids of heads by number or address: the last four digits, the whole number or the whole address, and
 * only among records of one kind whose contact data the actor may look at (`permission`). Undefined when the text is
 * neither.
 */
export function contactMatches(
  actor: Actor,
  kind: string,
  permission: string,
  q: string,
): RawBuilder<{ id: string }> | undefined {
  const heads = sql<{
    id: string;
  }>`select h.id from seen.contact_points p join seen.records h on h.org_id = p.org_id and h.id = p.record_id
    where p.org_id = ${actor.orgId}::uuid and h.kind = ${kind} and ${visible(actor, permission, 'h')}`;
  const phone = phoneQuery(q);
  if (phone?.kind === 'whole') return sql`${heads} and p.kind = 'phone' and p.normalized = ${phone.phone}`;
  if (phone) {
    const from = [...phone.digits].toReversed().join('');
    // Ranges of bytes use the index under every plan; LIKE with a parameter does not. The colon follows the nine.
    return sql`${heads} and p.kind = 'phone' and p.reversed ~>=~ ${from} and p.reversed ~<~ ${`${from}:`}`;
  }
  const email = q.includes('@') ? normalizeEmail(q) : undefined;
  return email ? sql`${heads} and p.kind = 'email' and p.normalized = ${email}` : undefined;
}
