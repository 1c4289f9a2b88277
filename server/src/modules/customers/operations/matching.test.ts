import {
  decideDuplicatePair,
  getMatching,
  getMatchTrial,
  holdMatching,
  listDuplicatePairs,
  type MatchWeights,
  tryMatching,
} from '@dealtrail/protocol/customers';
import { createLead, findDuplicates } from '@dealtrail/protocol/leads';
import { expect, test } from 'vitest';
import { type Caller, company, testHouse } from '../../../testing/test-house.ts';
import { planSearches, sweepMatchRuns } from '../jobs/sweep-match-runs.ts';

const people = {
  admin: { role: 'administrator' },
  rep: { role: 'representative', department: 'North', name: '周予安' },
  mate: { role: 'representative', department: 'South' },
} as const;

async function lead(rep: Caller, facts: { companyName: string }): Promise<string> {
  const made = await rep.call(createLead, { body: { source: '展会咨询', need: '视觉检测', ...facts } });
  return made.body.id;
}

async function compareAll(orgId: string): Promise<void> {
  const { services } = await testHouse();
  while (await sweepMatchRuns.run({ orgId, services }));
}

const near = ['苏州安亿致用科技有限公司', '苏州安忆致用科技有限公司'] as const;

test('weights are tried on what there is, told as pairs with reasons, and hold only when somebody says so', async () => {
  const { admin, rep } = await company(people);
  const ids = [await lead(rep, { companyName: near[0] }), await lead(rep, { companyName: near[1] })];
  await lead(rep, { companyName: '绍兴越川纺机厂' });
  const { weights, versions } = (await admin.call(getMatching, {})).body;
  expect(versions).toEqual([]);

  const strict: MatchWeights = { ...weights, fields: { ...weights.fields, name: { agree: 9, differ: -4 } } };
  const trial = (await admin.call(tryMatching, { body: strict })).body;
  expect([trial.state, trial.checked, trial.total]).toEqual(['running', 0, 3]);
  const early = await admin.call(holdMatching, { params: { id: trial.id }, body: { version: trial.version } });
  expect(early.problem?.code).toBe('match_trial_unfinished');

  await compareAll(admin.orgId);
  const done = (await admin.call(getMatchTrial, { params: { id: trial.id } })).body;
  expect(done).toMatchObject({
    state: 'done',
    checked: 3,
    found: { same: 0, likely: 0, possible: 0 },
    before: { same: 0, likely: 0, possible: 1 },
  });
  expect(done.sample).toMatchObject([{ grade: null, before: 'possible', recordKind: 'lead' }]);
  expect(done.sample[0]?.records.map(({ id }) => id).toSorted()).toEqual(ids.toSorted());
  expect(done.sample[0]?.reasons).toEqual([{ key: 'match.near_name', params: { likeness: '0.83' } }]);

  const asked = { companyName: near[1] };
  const hits = async () => (await rep.call(findDuplicates, { body: asked })).body.duplicates.map(({ grade }) => grade);
  expect(await hits()).toEqual(['same', 'possible']);
  const held = await admin.call(holdMatching, { params: { id: trial.id }, body: { version: done.version } });
  expect(held.status).toBe(200);
  expect(await hits()).toEqual(['same']);
  const now = (await admin.call(getMatching, {})).body;
  expect([now.weights, now.trial, now.versions.length]).toEqual([strict, null, 1]);
  expect(now.versions[0]?.heldByName).toBeTruthy();
  const again = await admin.call(holdMatching, { params: { id: trial.id }, body: { version: held.body.version } });
  expect(again.problem?.code).toBe('match_trial_over');
});

test('a newer trial takes the place of an older one, and thresholds in the wrong order are refused', async () => {
  const { admin, rep } = await company(people);
  const { weights } = (await admin.call(getMatching, {})).body;
  const refused = await admin.call(tryMatching, { body: { ...weights, possible: weights.likely + 1 } });
  expect(refused.problem?.code).toBe('match_thresholds');
  const first = (await admin.call(tryMatching, { body: weights })).body;
  const second = (await admin.call(tryMatching, { body: weights })).body;
  expect((await admin.call(getMatching, {})).body.trial?.id).toBe(second.id);
  expect((await admin.call(getMatchTrial, { params: { id: first.id } })).body.state).toBe('dropped');
  expect((await rep.call(tryMatching, { body: weights })).status).toBe(403);
});

test('pairs are found once a day, and what somebody decided about one is remembered', async () => {
  const { services, time } = await testHouse();
  const { rep, mate } = await company(people);
  const { orgId } = rep;
  const [one, other] = [await lead(rep, { companyName: near[0] }), await lead(rep, { companyName: near[1] })];
  const search = async () => {
    await planSearches.run({ orgId, services });
    await compareAll(orgId);
  };
  const waiting = async (who: Caller) => (await who.call(listDuplicatePairs, { query: {} })).body;
  expect((await waiting(rep)).searchedAt).toBeNull();
  await search();
  const found = await waiting(rep);
  expect(found).toMatchObject({ waiting: 1, items: [{ recordKind: 'lead', grade: 'possible' }] });
  expect(found.searchedAt).not.toBeNull();
  expect((await waiting(mate)).items).toEqual([]);

  const decide = (who: Caller, decision: 'apart' | 'later' | 'open') =>
    who.call(decideDuplicatePair, { body: { records: [other, one], decision } });
  expect((await decide(mate, 'apart')).status).toBe(404);
  await decide(rep, 'later');
  expect((await waiting(rep)).waiting).toBe(0);
  time.advance(15 * 86_400_000);
  expect((await waiting(rep)).waiting).toBe(1);
  await decide(rep, 'apart');
  await search();
  expect((await waiting(rep)).items).toEqual([]);
  await decide(rep, 'open');
  expect((await waiting(rep)).waiting).toBe(1);
});
