import pg from 'pg';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../testing/test-database.ts';
import { company, TEST_START, type TestHouse, testHouse } from '../../testing/test-house.ts';
import type { Tx } from '../db/index.ts';
import { sharesTable } from '../db/kernel-tables.ts';
import { runSweep } from '../jobs/run-sweep.ts';
import { insertHeads } from '../records/records.ts';
import { verifyAudit } from './index.ts';
import { sweepSeals, sweepSetBack } from './sweep-seals.ts';

let house: TestHouse;
let orgId: string;
let memberId: string;
let already: number;

beforeAll(async () => {
  house = await testHouse();
});

beforeEach(async () => {
  house.time.set(TEST_START);
  const here = await company({ rep: { role: 'representative' } });
  orgId = here.orgId;
  memberId = here.rep.memberId;
  already = (await verifyAudit(house.services.database, orgId)).unsealed;
});

const share = (tx: Tx, recordId: string): Promise<void> =>
  tx.insert(sharesTable, [
    { recordId, memberId, level: 'read', endsAt: null, note: null, grantedBy: memberId, grantedAt: tx.time.now() },
  ]);

/** Makes audited changes: a record shared with so many members, one transaction each. */
async function change(times: number): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    house.time.advance(1_000);
    await house.services.database.write(
      { orgId, actorId: memberId, operation: 'testing.share', requestId: 'test' },
      async (tx) => {
        const id = tx.time.newId();
        await insertHeads(tx, [
          { id, kind: 'sample', number: id, title: '甲', ownerId: null, departmentId: null, searchable: [] },
        ]);
        await share(tx, id);
      },
    );
  }
}

const seal = () => sweepSeals.run({ orgId, services: house.services });
const verdict = async () => {
  const { upTo: _, ...counts } = await verifyAudit(house.services.database, orgId);
  return counts;
};

/** What somebody with the keys to the database could do: the application itself may not. */
async function asOwner(text: string, values: unknown[]): Promise<number> {
  const client = new pg.Client((await testDatabase()).owner);
  await client.connect();
  try {
    return (await client.query(text, values)).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

test('changes are sealed once, in one chain, and the chain stands', async () => {
  await change(3);
  expect(await verdict()).toEqual({ sealed: 0, unsealed: already + 3 });
  await seal();
  await seal();
  expect(await verdict()).toEqual({ sealed: already + 3, unsealed: 0 });
  await change(2);
  expect(await verdict()).toEqual({ sealed: already + 3, unsealed: 2 });
  await seal();
  expect(await verdict()).toEqual({ sealed: already + 5, unsealed: 0 });
});

test('two nodes sealing at once make one chain', async () => {
  await change(10);
  await Promise.all([seal(), seal(), seal()]);
  await seal();
  expect(await verdict()).toEqual({ sealed: already + 10, unsealed: 0 });
});

test('a change that committed after later ones were sealed is sealed behind them', async () => {
  await change(1);
  const { database } = house.services;
  const slow = database.write(
    { orgId, actorId: memberId, operation: 'testing.slow', requestId: 'test' },
    async (tx) => {
      const id = tx.time.newId();
      await insertHeads(tx, [
        { id, kind: 'sample', number: id, title: '乙', ownerId: null, departmentId: null, searchable: [] },
      ]);
      await share(tx, id);
      await change(2);
      await seal();
    },
  );
  await slow;
  expect(await verdict()).toMatchObject({ unsealed: 1 });
  house.time.advance(3_600_000);
  await change(1);
  await seal();
  expect(await verdict()).toEqual({ sealed: already + 5, unsealed: 0 });
});

test('changes of a clock set back by hours are sealed behind later ones, by the hourly look', async () => {
  await change(2);
  await seal();
  house.time.advance(-5 * 3_600_000);
  await change(1);
  house.time.advance(5 * 3_600_000);
  await seal();
  expect(await verdict()).toEqual({ sealed: already + 2, unsealed: 1 });
  await sweepSetBack.run({ orgId, services: house.services });
  expect(await verdict()).toEqual({ sealed: already + 3, unsealed: 0 });
});

test('more changes than one batch holds are one chain', async () => {
  await house.services.database.write(
    { orgId, actorId: memberId, operation: 'testing.share', requestId: 'test' },
    async (tx) => {
      const ids = Array.from({ length: 2_500 }, () => tx.time.newId());
      const head = { kind: 'sample', title: '甲', ownerId: null, departmentId: null, searchable: [] };
      await insertHeads(
        tx,
        ids.map((id) => ({ ...head, id, number: id })),
      );
      const level = { level: 'read', endsAt: null, note: null, grantedBy: memberId, grantedAt: tx.time.now() } as const;
      await tx.insert(
        sharesTable,
        ids.map((recordId) => ({ ...level, recordId, memberId })),
      );
    },
  );
  expect(await seal()).toBe(false);
  expect(await verdict()).toEqual({ sealed: already + 2_500, unsealed: 0 });
});

test('an altered change is found', async () => {
  await change(3);
  await seal();
  const altered = await asOwner(
    `update app.audit set changes = '{"memberId":{"before":null,"after":"nobody"}}' where (org_id, id) = (select org_id, audit_id from app.audit_seals where org_id = $1 and seq = $2)`,
    [orgId, already + 2],
  );
  expect(altered).toBe(1);
  expect(await verdict()).toMatchObject({ sealed: already + 1, firstBroken: { seq: already + 2, reason: 'changed' } });
});

test('a change taken away is found', async () => {
  await change(3);
  await seal();
  await asOwner(
    'delete from app.audit where (org_id, id) = (select org_id, audit_id from app.audit_seals where org_id = $1 and seq = $2)',
    [orgId, already + 1],
  );
  expect(await verdict()).toMatchObject({ firstBroken: { seq: already + 1, reason: 'missing' } });
});

test('a seal taken out of the chain and a seal made anew are found', async () => {
  await change(3);
  await seal();
  await asOwner('update app.audit_seals set digest = $3 where org_id = $1 and seq = $2', [
    orgId,
    already + 3,
    'f'.repeat(64),
  ]);
  expect(await verdict()).toMatchObject({ firstBroken: { seq: already + 3, reason: 'hash' } });
  await asOwner('delete from app.audit_seals where org_id = $1 and seq = $2', [orgId, already + 1]);
  expect(await verdict()).toMatchObject({ firstBroken: { seq: already + 2, reason: 'gap' } });
});

test('values erased on request leave the chain whole; a change dressed up as erased does not', async () => {
  await change(2);
  await seal();
  const erase = (changes: string, seq: number) =>
    asOwner(
      `update app.audit set salt = '', changes = $3 where (org_id, id) = (select org_id, audit_id from app.audit_seals where org_id = $1 and seq = $2)`,
      [orgId, seq, changes],
    );
  await erase('{"memberId":{"before":null,"after":null}}', already + 1);
  expect(await verdict()).toEqual({ sealed: already + 2, unsealed: 0 });
  await erase('{"memberId":{"before":null,"after":"nobody"}}', already + 2);
  expect(await verdict()).toMatchObject({ firstBroken: { seq: already + 2, reason: 'changed' } });
});

test('the application itself can neither change nor remove history', async () => {
  await change(1);
  await seal();
  const attempt = (text: string) =>
    house.services.database.write({ orgId, actorId: null, operation: 't', requestId: 't' }, (tx) =>
      tx.run({ text, values: [orgId] }),
    );
  await expect(attempt('delete from app.audit where org_id = $1')).rejects.toThrow('permission denied');
  await expect(attempt(`update app.audit_seals set hash = 'x' where org_id = $1`)).rejects.toThrow('permission denied');
});

test('the sweep seals every organisation', async () => {
  await change(1);
  const { failures } = await runSweep(house.services, sweepSeals, orgId);
  expect(failures).toEqual([]);
  expect(await verdict()).toEqual({ sealed: already + 1, unsealed: 0 });
});
