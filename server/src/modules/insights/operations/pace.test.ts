import { type PaceGroup, pace } from '@dealtrail/protocol/insights';
import { recordFollowUp } from '@dealtrail/protocol/leads';
import { expect, test } from 'vitest';
import { type Caller, testHouse } from '../../../testing/test-house.ts';
import { oldCompany, tell } from '../testing/lead-stories.ts';
import { behind } from '../testing/list-sizes.ts';

const firm = () =>
  oldCompany({
    one: { role: 'representative', department: 'North' },
    far: { role: 'representative', department: 'South' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North' },
    admin: { role: 'administrator' },
  });

async function reach(by: Caller, id: string, at: string): Promise<void> {
  (await testHouse()).time.set(`${at}:00+08:00`);
  const body = {
    method: 'phone',
    outcome: 'reached',
    content: '需要 50 台办公电脑，预算 30 万，五月底前交货',
    feedback: '客户要求三天内给参数',
    nextStep: '发送配置清单和报价',
    nextStepOn: '2026-12-31',
    lateReason: 'overloaded',
  } as const;
  expect((await by.call(recordFollowUp, { params: { id }, body })).status).toBeLessThan(300);
}

const ask = async (caller: Caller) => {
  const { status, body } = await caller.call(pace, { query: { from: '2026-01-01', to: '2026-03-31' } });
  expect(status).toBe(200);
  return body;
};

const counted = (groups: readonly PaceGroup[]) =>
  Object.fromEntries(groups.filter(({ leads }) => leads > 0).map(({ key, leads }) => [key, leads]));

test('the first touch counts from the assignment; the interval is the mean between contacts of one lead', async () => {
  const { one } = await firm();
  const quick = await tell({ by: one, fate: 'open', at: '2026-03-02T09:00' });
  await reach(one, quick, '2026-03-02T11:00');
  await reach(one, quick, '2026-03-04T11:00');
  await reach(one, quick, '2026-03-12T11:00');
  const slow = await tell({ by: one, fate: 'open', at: '2026-03-02T09:00' });
  await reach(one, slow, '2026-03-05T09:01');
  await tell({ by: one, fate: 'signed', at: '2026-03-02T09:00' });
  const { firstTouch, intervals, leads, medianTouchMinutes } = await ask(one);
  expect(leads).toBe(3);
  expect(counted(firstTouch)).toEqual({ h2: 1, later: 1, none: 1 });
  // (2 d + 8 d) / 2
  expect(counted(intervals)).toEqual({ d7: 1, none: 2 });
  expect(firstTouch.find(({ key }) => key === 'none')?.converted).toBe(1);
  expect(medianTouchMinutes).toBeNull();
});

test('every number equals the list it opens, for a representative, a supervisor and an administrator', async () => {
  const { one, far, boss, admin } = await firm();
  for (const fate of ['open', 'contacted', 'signed', 'invalid'] as const) {
    await tell({ by: one, fate, at: '2026-03-10T09:00' });
    await tell({ by: far, fate, at: '2026-03-10T09:00' });
  }
  for (const [caller, all] of [
    [one, 4],
    [boss, 4],
    [admin, 8],
  ] as const) {
    const { leads, firstTouch, intervals } = await ask(caller);
    expect(leads).toBe(all);
    for (const groups of [firstTouch, intervals]) {
      expect(groups.reduce((sum, group) => sum + group.leads, 0)).toBe(all);
      for (const group of groups) {
        expect(await behind(caller, 'leads', group.drill)).toBe(group.leads);
        expect(await behind(caller, 'leads', group.drillConverted)).toBe(group.converted);
      }
    }
  }
});
