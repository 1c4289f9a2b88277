import * as protocol from '@dealtrail/protocol/calendar';
import type { CalendarYear } from '@dealtrail/protocol/calendar';
import { sql } from 'kysely';
import { changeCalendar } from '../../clocks/index.ts';
import type { RowOf, Tx } from '../../db/index.ts';
import { handle, handleRead } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { readNotice } from '../rules/read-holiday-notice.ts';
import { calendarDaysTable, workWeeksTable } from '../tables.ts';
import { readyCalendar, standardCalendar } from '../work-calendar.ts';
import { calendarYear } from './calendar-view.ts';

function viewOf(tx: Tx, year?: number): Promise<CalendarYear> {
  return calendarYear(tx, (zone) => tx.time.today(zone), year);
}

/** The working week and the special days of a year. */
export const getCalendar = handleRead(protocol.getCalendar, ({ read, input, time }) =>
  calendarYear(read, (zone) => time.today(zone), input.year),
);

function refuseBadWeek(week: protocol.WorkWeek): void {
  try {
    readyCalendar({ ...standardCalendar(), hours: week.hours, workWeekdays: week.weekdays });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw problem('work_week_invalid', {
      fields: [{ path: 'week.hours', code: 'work_week_invalid', message: error.message }],
    });
  }
}

/** Sets the working hours and weekdays. */
export const saveWorkWeek = handle(protocol.saveWorkWeek, async ({ tx, input }) => {
  refuseBadWeek(input.week);
  const row = await tx.lock(workWeeksTable, {});
  if ((row?.version ?? 0) !== input.version) throw problem('stale_version', { current: await viewOf(tx) });
  const week = { hours: input.week.hours, weekdays: [...new Set(input.week.weekdays)].toSorted((a, b) => a - b) };
  await changeCalendar(tx, async () => {
    if (row) await tx.update(workWeeksTable, row, week);
    else await tx.insert(workWeeksTable, [{ ...week, version: 1 }]);
  });
  return viewOf(tx);
});

/** Sets days as worked or free, or gives them back to the rule; the last word of a day counts. */
export const saveCalendarDays = handle(protocol.saveCalendarDays, async ({ tx, input }) => {
  const wanted = new Map(input.days.map((day) => [day.day, day]));
  const days = [...wanted.keys()].toSorted();
  await changeCalendar(tx, async () => {
    const own = await tx.many(sql<RowOf<'calendar_days'>>`
      select * from app.calendar_days where org_id = ${tx.orgId}::uuid and day = any(${days}::date[]) order by day for update`);
    const known = new Map(own.map((row) => [row.day, row]));
    for (const row of own) {
      const to = wanted.get(row.day);
      if (!to || to.kind === null) await tx.remove(calendarDaysTable, row);
      else await tx.update(calendarDaysTable, row, { kind: to.kind, name: to.name ?? row.name });
    }
    const fresh = [...wanted.values()].flatMap(({ day, kind, name }) =>
      kind === null || known.has(day) ? [] : [{ day, kind, name: name ?? null }],
    );
    await tx.insert(calendarDaysTable, fresh);
  });
  return viewOf(tx, Number((days[0] ?? '').slice(0, 4)));
});

/** Reads days out of a pasted text and saves nothing. */
export const readHolidayNotice = handleRead(protocol.readHolidayNotice, async ({ input }) => {
  const { days, unread } = readNotice(input.text, input.year);
  return { days: [...days], unread: [...unread] };
});
