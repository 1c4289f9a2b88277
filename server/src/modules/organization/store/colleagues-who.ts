import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';

/** A colleague records can be handed to. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly departmentId: string | null;
}

/** Those of these members who are active and have that permission, by id. */
export async function colleaguesWho(
  tx: Tx,
  memberIds: readonly string[],
  permission: string,
): Promise<Map<string, Colleague>> {
  const found = await tx.many(sql<Colleague>`
    select m.id, m.name, m.department_id from seen.members m
    where m.org_id = ${tx.orgId}::uuid and m.id = any(${[...memberIds]}::uuid[]) and m.active
      and exists(select 1 from seen.member_roles mr join seen.roles r on r.org_id = mr.org_id and r.key = mr.role_key
        where mr.org_id = m.org_id and mr.member_id = m.id and r.grants ? ${permission})`);
  return new Map(found.map((colleague) => [colleague.id, colleague]));
}
