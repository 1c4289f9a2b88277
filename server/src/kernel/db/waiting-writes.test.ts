import { sql } from 'kysely';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Caller, company, testHouse } from '../../testing/test-house.ts';
import { organizationsTable } from './kernel-tables.ts';
import type { RowOf, Tx } from './index.ts';

let rep: Caller;
beforeAll(async () => {
  ({ rep } = await company({ rep: { role: 'representative' } }));
});

async function write<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const origin = { orgId: rep.orgId, actorId: rep.memberId, operation: 'testing.write', requestId: 'test' };
  return (await testHouse()).services.database.write(origin, work);
}

const lockOwn = async (tx: Tx) =>
  (await tx.lock(organizationsTable, { id: tx.orgId })) as unknown as RowOf<'organizations'>;
const nameNow = (tx: Tx) =>
  tx.one(
    sql<{ name: string; version: number }>`select name, version from seen.organizations where id = ${tx.orgId}::uuid`,
  );

describe('changes of rows', () => {
  test('leave with the next statement, which sees them, together with their audit and the facts told so far', async () => {
    const sent = await write(async (tx) => {
      const before = tx.statements;
      const row = await lockOwn(tx);
      const saved = await tx.update(organizationsTable, row, { name: 'First' });
      tx.publish({ type: 'testing.renamed', recordId: tx.orgId });
      expect(saved).toMatchObject({ name: 'First', version: row.version + 1 });
      expect(await nameNow(tx)).toEqual({ name: 'First', version: row.version + 1 });
      return { tx, statements: tx.statements - before };
    });
    expect([sent.statements, sent.tx.statements]).toEqual([3, 3]);
    const { database } = (await testHouse()).services;
    const kept = await database.readRows<{ told: number }>(
      rep.orgId,
      sql`select (select count(*)::int from seen.audit a where a.org_id = ${rep.orgId}::uuid and a.operation = 'testing.write')
        + (select count(*)::int from seen.events e where e.org_id = ${rep.orgId}::uuid and e.type = 'testing.renamed') as told`,
    );
    expect(kept).toEqual([{ told: 2 }]);
  });

  test('of one row one after the other end as the last says', async () => {
    const [first, last] = await write(async (tx) => {
      const row = await lockOwn(tx);
      const once = await tx.update(organizationsTable, row, { name: 'Second' });
      const twice = await tx.update(organizationsTable, once, { name: 'Third' });
      return [row, twice] as const;
    });
    expect(last.version).toBe(first.version + 2);
    expect(await write(nameNow)).toEqual({ name: 'Third', version: last.version });
  });

  test('of a row that somebody else changed meanwhile undo the whole, also where nothing follows them but the commit', async () => {
    const row = await write(lockOwn);
    await write((tx) => tx.update(organizationsTable, row, { name: 'Theirs' }));
    const late = write(async (tx) => {
      tx.publish({ type: 'testing.lost', recordId: tx.orgId });
      await tx.update(organizationsTable, row, { name: 'Ours' });
    });
    await expect(late).rejects.toMatchObject({ table: 'organizations' });
    expect(await write(nameNow)).toMatchObject({ name: 'Theirs' });
  });
});
