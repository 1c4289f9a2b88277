import type { Scope } from '@dealtrail/protocol/auth';
import fc from 'fast-check';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { company, testHouse } from '../../testing/test-house.ts';
import { insertHeads, reachesHead, visibleHead } from '../records/records.ts';
import type { ShareLevel, Standing } from './rules/reach.ts';

const verbs = ['read', 'update', 'followUp', 'reveal', 'assign', 'delete'] as const;

test('the condition of lists and the rule on a row in hand let the same records through', async () => {
  const { services, time } = await testHouse();
  const { orgId, a } = await company({ a: { role: 'representative' } });
  const [own, north, south, other] = [a.memberId, time.newId(), time.newId(), time.newId()] as const;
  // One record for each combination of kind, owner, department and deletion.
  const heads = ['lead', 'customer', 'opportunity'].flatMap((kind) =>
    [own, other, null].flatMap((ownerId) =>
      [north, south, null].flatMap((departmentId) =>
        [null, time.now()].map((deletedAt) => ({ id: time.newId(), kind, ownerId, departmentId, deletedAt })),
      ),
    ),
  );
  await services.database.write({ orgId, actorId: null, operation: 'testing', requestId: 'test' }, async (tx) => {
    await insertHeads(
      tx,
      heads.map(({ deletedAt: _deletedAt, ...head }) => ({ ...head, number: head.id, title: '甲', searchable: [] })),
    );
    await tx.run({
      text: 'update app.records set deleted_at = $3 where org_id = $1 and id = any($2::uuid[])',
      values: [orgId, heads.filter((head) => head.deletedAt).map((head) => head.id), time.now()],
    });
  });

  const scope = fc.option(fc.constantFrom<Scope>('own', 'team', 'tree', 'all'), { nil: undefined });
  const standing = fc
    .record({
      scope,
      verb: fc.constantFrom(...verbs),
      team: fc.subarray([north, south]),
      below: fc.subarray([north, south]),
      shared: fc.subarray(heads.map((head) => head.id)),
      level: fc.constantFrom<ShareLevel>('read', 'write'),
      away: fc.option(fc.constantFrom<Scope>('own', 'team', 'tree', 'all'), { nil: undefined }),
    })
    .map(({ scope: reach, verb, team, below, shared, level, away }) => ({
      verb,
      standing: {
        memberId: own,
        permissions: new Map(
          reach ? ['leads', 'customers', 'opportunities'].map((chapter) => [`${chapter}.${verb}`, reach] as const) : [],
        ),
        teamDepartmentIds: team,
        treeDepartmentIds: [...new Set([...team, ...below])],
        shares: new Map(shared.map((id) => [id, level] as const)),
        standsFor: away
          ? [
              {
                memberId: other,
                name: '',
                permissions: new Map([[`leads.${verb}`, away]]),
                teamDepartmentIds: [south],
                treeDepartmentIds: [south],
              },
            ]
          : [],
      } satisfies Standing,
    }));

  let reached = 0;
  await fc.assert(
    fc.asyncProperty(standing, async ({ verb, standing: who }) => {
      const rows = await services.database.readRows(
        orgId,
        sql<{ id: string }>`select r.id from seen.records r
          where r.org_id = ${orgId}::uuid and ${visibleHead(who, services.registry, 'r', verb)} order by r.id`,
      );
      const inHand = heads.filter((head) => reachesHead(who, services.registry, head, verb)).map((head) => head.id);
      expect(rows.map((row) => row.id)).toEqual(inHand.toSorted());
      reached += inHand.length;
    }),
    { numRuns: 150 },
  );
  expect(reached).toBeGreaterThan(0);
});
