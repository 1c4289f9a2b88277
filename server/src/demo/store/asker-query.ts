import type { Database } from '../../kernel/db/index.ts';
import { sql } from 'kysely';
import { membersWhere } from '../../modules/organization/index.ts';

/** Name of the member who asked for a demo; the administrator of the demo bears it too. */
export async function administratorName(database: Database, homeOrgId: string, memberId: string): Promise<string> {
  const [member] = await database.readRows(homeOrgId, membersWhere(homeOrgId, sql`m.id = ${memberId}::uuid`, 1));
  return member?.name ?? '演示管理员';
}
