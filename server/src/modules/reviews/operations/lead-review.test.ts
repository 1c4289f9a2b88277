import { listClocks } from '@dealtrail/protocol/clocks';
import { listLeads } from '@dealtrail/protocol/leads';
import { listOpportunities } from '@dealtrail/protocol/opportunities';
import * as protocol from '@dealtrail/protocol/reviews';
import { expect, test } from 'vitest';
import type { Caller } from '../../../testing/test-house.ts';
import { oldCompany, tell } from '../../insights/testing/lead-stories.ts';

const lists = { leads: listLeads, opportunities: listOpportunities, clocks: listClocks } as const;

async function behind(caller: Caller, { list, filter }: protocol.Drill): Promise<number | undefined> {
  const standing = list === 'clocks' ? { standing: 'missed' as const } : {};
  const query = { filter, total: 'exact' as const, limit: 0, ...standing };
  const { status, body } = await caller.call(lists[list], { query });
  expect([list, status]).toEqual([list, 200]);
  return body.total?.count;
}

const firm = () =>
  oldCompany({
    one: { role: 'representative', department: 'North', name: '周予安' },
    far: { role: 'representative', department: 'South', name: '唐疏影' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North', name: '王主管' },
  });

test('the agenda of a month fills itself, beside the month before, and each number opens its records', async () => {
  const { one, far, boss, department } = await firm();
  const february = (fate: 'signed' | 'lost' | 'invalid' | 'open', source = '展会') =>
    tell({ by: one, fate, source, industry: '机械', at: '2026-02-10T09:00' });
  for (const fate of ['signed', 'signed', 'signed', 'lost', 'invalid', 'open'] as const) await february(fate);
  await february('open', '官网');
  await tell({ by: one, fate: 'signed', source: '展会', at: '2026-01-12T09:00' });
  await tell({ by: far, fate: 'signed', source: '展会', at: '2026-02-10T09:00' });
  const body = { cadence: 'monthly', departmentId: department('North'), on: '2026-02-15' } as const;
  const { body: review } = await boss.call(protocol.openReview, { body });
  expect(review).toMatchObject({ title: 'North 2026-02', from: '2026-02-01', to: '2026-02-28', heldOn: '2026-03-18' });
  expect(review.agenda.map(({ key }) => key)).toEqual([
    'conversion',
    'cycle',
    'response',
    'overdue',
    'invalid',
    'lost',
  ]);
  const [conversion, cycle] = review.agenda;
  expect(conversion?.rows.map(({ key, now, before }) => [key, now.count, now.of, before?.count ?? 0])).toEqual([
    ['total', 3, 7, 1],
    ['exhibition', 3, 6, 1],
    ['website', 0, 1, 0],
  ]);
  expect(cycle?.rows).toMatchObject([{ key: '机械', now: { count: 3, median: 36 } }]);
  const opened = review.agenda.flatMap(({ key, rows }) =>
    rows.flatMap(({ drill, now }) =>
      drill ? [{ drill, count: ['conversion', 'response'].includes(key) ? now.of : now.count }] : [],
    ),
  );
  expect(opened.length).toBeGreaterThan(8);
  const sizes = await Promise.all(opened.map(({ drill }) => behind(boss, drill)));
  expect(sizes).toEqual(opened.map(({ count }) => count));
});

test('notes, participants and actions stay with the confirmed review, whose numbers do not move any more', async () => {
  const { one, boss, department } = await firm();
  await tell({ by: one, fate: 'open', source: '展会', at: '2026-02-10T09:00' });
  const body = { cadence: 'monthly', departmentId: department('North') } as const;
  const { body: opened } = await boss.call(protocol.openReview, { body });
  const params = { id: opened.id };
  await boss.call(protocol.noteReview, { params, body: { point: 'conversion', text: '展会线索跟进太慢' } });
  await boss.call(protocol.noteReview, { params, body: { point: 'lost', text: '价格' } });
  const { body: noted } = await boss.call(protocol.noteReview, { params, body: { point: 'lost', text: '' } });
  expect(noted.notes).toEqual([{ point: 'conversion', text: '展会线索跟进太慢' }]);
  const { body: joined } = await boss.call(protocol.updateReview, {
    params,
    body: { version: noted.version, participantIds: [one.memberId] },
  });
  const action = {
    text: '展会后 24 小时内打完电话',
    ownerId: one.memberId,
    dueOn: '2026-03-31',
    point: 'conversion',
  } as const;
  await boss.call(protocol.saveReviewAction, { params, body: action });
  const done = await boss.call(protocol.confirmReview, { params, body: { version: joined.version } });
  expect([done.status, done.problem.code]).toEqual([200, undefined]);
  await tell({ by: one, fate: 'open', source: '展会', at: '2026-02-11T09:00' });
  const { body: kept } = await boss.call(protocol.getReview, { params });
  expect(kept.agenda[0]?.rows[0]?.now.of).toBe(1);
  expect(kept).toMatchObject({
    participants: [{ name: '周予安' }],
    actions: [{ point: 'conversion', ownerName: '周予安' }],
  });
  const { items } = (await boss.call(protocol.listReviews, { query: {} })).body;
  expect(items).toMatchObject([{ id: opened.id, actions: 1, openActions: 1, state: 'confirmed' }]);
});

test('a period that has not begun and a department out of reach are refused', async () => {
  const { one, boss, department } = await firm();
  const open = (caller: Caller, where: string, on?: string) =>
    caller.call(protocol.openReview, { body: { cadence: 'quarterly', departmentId: department(where), on } });
  expect((await open(boss, 'North', '2026-04-02')).problem.code).toBe('review_not_begun');
  expect((await open(boss, 'South')).status).toBe(404);
  expect((await open(one, 'North')).status).toBe(403);
});
