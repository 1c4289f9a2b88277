import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import { pinyinOf } from '../rules/pinyin-of.ts';

interface Named {
  readonly id: string;
  readonly name: string;
}

/** Members whose pinyin is not kept yet, locked. */
export async function membersWithoutPinyin(tx: Tx, limit: number): Promise<Named[]> {
  return tx.many(sql<Named>`
    select id, name from app.members where org_id = ${tx.orgId}::uuid and pinyin = ''
    order by id limit ${limit} for update skip locked`);
}

/** Keeps the pinyin of these members. Derived, so neither version nor log moves. */
export async function savePinyin(tx: Tx, members: readonly Named[]): Promise<void> {
  const rows = members.map(({ id, name }) => ({ id, pinyin: pinyinOf(name) }));
  await tx.run({
    text: `update app.members m set pinyin = r.pinyin from jsonb_to_recordset($2::jsonb) as r(id uuid, pinyin text)
      where m.org_id = $1 and m.id = r.id`,
    values: [tx.orgId, JSON.stringify(rows)],
  });
}
