import { sql } from 'kysely';
import type { Obstacle, Participant } from '../../../kernel/house/participant.ts';
import { normalizeCompanyName } from '../rules/company-name.ts';
import { findSameCompany, holdCompanyName } from './customer-store.ts';

/** A customer in the bin keeps its people; it comes back only while nobody else keeps the same company. */
export const customerParticipants: readonly Participant[] = [
  {
    kind: 'delete',
    name: 'customers',
    of: ['customer'],
    preview: (rows, recordIds) =>
      rows.many(sql<{ recordId: string; key: string; count: number }>`
        select customer_id as record_id, 'customers.along.contacts' as key, count(*)::int as count from seen.contacts
        where org_id = ${rows.orgId}::uuid and customer_id = any(${[...recordIds]}::uuid[]) group by customer_id`),
    async obstaclesToUndo(tx, heads) {
      const found: Obstacle[] = [];
      const back = new Set<string>();
      for (const { id, title } of heads) {
        const { key } = normalizeCompanyName(title);
        await holdCompanyName(tx, title);
        if (back.has(key) || (await findSameCompany(tx, title)) !== undefined)
          found.push({ recordId: id, reason: { key: 'customers.reason.same_company', params: { title } } });
        back.add(key);
      }
      return found;
    },
    async purge(tx, heads) {
      const values = [tx.orgId, heads.map(({ id }) => id)];
      await tx.run({
        text: 'delete from app.contacts where org_id = $1 and customer_id = any($2::uuid[])',
        values,
      });
      // Opportunities that ended refer to the row; it keeps no more than that it was.
      await tx.run({
        text: `update app.customers c set name = r.number, industry = null, region = null, province = null, city = null, owner_id = null,
            short_name = null, former_names = '{}', credit_code = null, website = null
          from seen.records r where c.org_id = $1 and c.id = any($2::uuid[]) and r.org_id = c.org_id and r.id = c.id`,
        values,
      });
      // Who asked to work on it wrote why.
      await tx.run({
        text: `update app.join_requests set reason = '', answer = null where org_id = $1 and record_id = any($2::uuid[])`,
        values,
      });
    },
  },
  {
    kind: 'merge',
    name: 'contacts',
    of: ['customer'],
    async move(tx, from, into) {
      const { rows } = await tx.run({
        text: 'update app.contacts set customer_id = $3 where org_id = $1 and customer_id = $2 returning id',
        values: [tx.orgId, from.id, into.id],
      });
      return (rows as { id: string }[]).map(({ id }) => id);
    },
    async undo(tx, from, into, note) {
      await tx.run({
        text: 'update app.contacts set customer_id = $2 where org_id = $1 and customer_id = $3 and id = any($4::uuid[])',
        values: [tx.orgId, from.id, into.id, note ?? []],
      });
    },
  },
];
