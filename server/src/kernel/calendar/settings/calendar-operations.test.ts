import * as protocol from '@dealtrail/protocol/calendar';
import { createLead, getLead } from '@dealtrail/protocol/leads';
import { beforeEach, expect, test } from 'vitest';
import { type Caller, company, TEST_START, type TestHouse, testHouse } from '../../../testing/test-house.ts';

let house: TestHouse;
let rep: Caller;
let admin: Caller;

beforeEach(async () => {
  house = await testHouse();
  house.time.set(TEST_START);
  ({ rep, admin } = await company({ rep: { role: 'representative' }, admin: { role: 'administrator' } }));
});

const firstTouchDue = async (id: string) =>
  (await rep.call(getLead, { params: { id } })).body.clocks.find(({ policyKey }) => policyKey === 'first_touch')?.dueAt;

test('the year shows the shipped days; a day of one’s own wins and can be given back', async () => {
  const { body: year } = await rep.call(protocol.getCalendar, { query: { year: 2026 } });
  expect(year).toMatchObject({ year: 2026, zone: 'Asia/Shanghai', version: 0, missingYear: null });
  expect(year.days).toContainEqual({ day: '2026-02-17', kind: 'rest', name: null, own: false });
  const set = await admin.call(protocol.saveCalendarDays, {
    body: { days: [{ day: '2026-06-18', kind: 'rest', name: '司庆' }] },
  });
  expect(set.body.days).toContainEqual({ day: '2026-06-18', kind: 'rest', name: '司庆', own: true });
  const back = await admin.call(protocol.saveCalendarDays, { body: { days: [{ day: '2026-06-18', kind: null }] } });
  expect(back.body.days.map(({ day }) => day)).not.toContain('2026-06-18');
});

test('a free day moves the clocks that run over it, once the change is through', async () => {
  const { body: lead } = await rep.call(createLead, {
    body: {
      companyName: '芜湖江畔泵业',
      contactName: '周工',
      phone: '13900003333',
      source: '转介绍',
      need: '急需采购 20 台泵',
    },
  });
  const before = await firstTouchDue(lead.id);
  const saved = await admin.call(protocol.saveCalendarDays, { body: { days: [{ day: '2026-03-19', kind: 'rest' }] } });
  expect(saved.body.replanning).toBe(true);
  await house.drain(admin.orgId);
  const after = await firstTouchDue(lead.id);
  expect(new Date(after ?? 0).getTime() - new Date(before ?? 0).getTime()).toBe(86_400_000);
  expect((await rep.call(protocol.getCalendar, {})).body.replanning).toBe(false);
});

test('working hours are set with their version; crossed ones are refused', async () => {
  const week = {
    hours: [
      { from: '08:30', to: '12:00' },
      { from: '13:30', to: '17:30' },
    ],
    weekdays: [6, 1, 2, 3, 4, 5],
  };
  const saved = await admin.call(protocol.saveWorkWeek, { body: { version: 0, week } });
  expect(saved.body).toMatchObject({ version: 1, week: { weekdays: [1, 2, 3, 4, 5, 6] } });
  const stale = await admin.call(protocol.saveWorkWeek, { body: { version: 0, week } });
  expect([stale.status, stale.problem.code]).toEqual([409, 'stale_version']);
  const crossed = await admin.call(protocol.saveWorkWeek, {
    body: {
      version: 1,
      week: {
        hours: [
          { from: '13:00', to: '18:00' },
          { from: '09:00', to: '12:00' },
        ],
        weekdays: [1],
      },
    },
  });
  expect([crossed.status, crossed.problem.code]).toEqual([422, 'work_week_invalid']);
});

test('a pasted notice is read and saves nothing', async () => {
  const { body } = await admin.call(protocol.readHolidayNotice, {
    body: { year: 2027, text: '一、元旦：1月1日（周五）至3日（周日）放假，共3天。\n联系电话：010-66001234' },
  });
  expect(body.days.map(({ day }) => day)).toEqual(['2027-01-01', '2027-01-02', '2027-01-03']);
  expect(body.unread).toEqual(['联系电话：010-66001234']);
  expect((await admin.call(protocol.getCalendar, { query: { year: 2027 } })).body.days).toEqual([]);
});

test('from 1 December the administrators are told once that the next year is missing, and no more once it is there', async () => {
  const heard = async () =>
    (
      await house.services.database.readRows<{ text: { params: { year: number } } }>(admin.orgId, {
        text: `select text from seen.notifications where org_id = $1 and kind = 'calendar.year_missing' order by at`,
        values: [admin.orgId],
      })
    ).map(({ text }) => text.params.year);
  house.time.set('2026-11-30T15:59:00Z');
  await house.drain(admin.orgId);
  expect(await heard()).toEqual([]);
  house.time.set('2026-11-30T16:01:00Z');
  await house.drain(admin.orgId);
  await house.drain(admin.orgId);
  expect(await heard()).toEqual([2027]);
  expect((await rep.call(protocol.getCalendar, {})).body.missingYear).toBe(2027);
  const days = Array.from({ length: 13 }, (_, n) => ({
    day: `2027-10-${String(n + 1).padStart(2, '0')}`,
    kind: 'rest' as const,
  }));
  await admin.call(protocol.saveCalendarDays, { body: { days } });
  expect((await rep.call(protocol.getCalendar, {})).body.missingYear).toBeNull();
});
