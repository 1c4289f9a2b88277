import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { company, testHouse } from '../../testing/test-house.ts';
import { sharesTable } from './kernel-tables.ts';

test('every statement behind rows that are refused tells why they were, however many wait at once', async () => {
  const { rep, boss } = await company({ rep: { role: 'representative' }, boss: { role: 'supervisor' } });
  const { database } = (await testHouse()).services;
  const origin = { orgId: rep.orgId, actorId: rep.memberId, operation: 'testing.share', requestId: 'test' };
  const codes: unknown[] = [];
  const written = database.write(origin, async (tx) => {
    const share = {
      recordId: tx.time.newId(),
      memberId: boss.memberId,
      level: 'read',
      endsAt: null,
      note: null,
      grantedBy: rep.memberId,
      grantedAt: tx.time.now(),
    } as const;
    await tx.insert(sharesTable, [share, share]);
    const ask = () => tx.many(sql`select 1 from seen.members where org_id = ${tx.orgId}::uuid`);
    for (const settled of await Promise.allSettled([ask(), ask(), ask()]))
      codes.push(settled.status === 'rejected' ? (settled.reason as { code?: string }).code : 'answered');
    await ask();
  });
  await expect(written).rejects.toMatchObject({ code: '23505' });
  expect(codes).toEqual(['23505', '23505', '23505']);
});
