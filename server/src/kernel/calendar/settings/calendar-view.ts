import type { CalendarDay, CalendarYear } from '@dealtrail/protocol/calendar';
import { sql } from 'kysely';
import { calendarFrom } from '../../clocks/index.ts';
import type { RowSource } from '../../house/module.ts';
import { chineseDays, type DayKind, missingHolidayYear } from '../chinese-holidays.ts';
import type { WorkCalendar } from '../work-calendar.ts';

interface Standing {
  zone: string;
  hours: { from: string; to: string }[] | null;
  weekdays: number[] | null;
  version: number | null;
  days: { day: string; kind: DayKind; name: string | null }[] | null;
  replanning: boolean;
}

async function standingOf(source: RowSource): Promise<Standing> {
  const [row] = await source.many(sql<Standing>`
    select o.zone, w.hours, w.weekdays, w.version,
      (select jsonb_agg(jsonb_build_object('day', d.day, 'kind', d.kind, 'name', d.name) order by d.day)
        from seen.calendar_days d where d.org_id = ${source.orgId}::uuid) as days,
      exists (select 1 from seen.clock_replans r where r.org_id = ${source.orgId}::uuid and r.due_at is not null
        and r.policy_key is null) as replanning
    from seen.organizations o left join seen.work_weeks w on w.org_id = o.id and w.org_id = ${source.orgId}::uuid
    where o.id = ${source.orgId}::uuid`);
  return row as Standing;
}

/** The days of a year that differ from the weekday rule: the shipped ones, and over them the organisation's own. */
function daysOfYear(year: number, own: NonNullable<Standing['days']>): CalendarDay[] {
  const days = new Map<string, CalendarDay>();
  const prefix = `${year}-`;
  for (const [day, kind] of chineseDays)
    if (day.startsWith(prefix)) days.set(day, { day, kind, name: null, own: false });
  for (const { day, kind, name } of own) if (day.startsWith(prefix)) days.set(day, { day, kind, name, own: true });
  return [...days.values()].toSorted((a, b) => (a.day < b.day ? -1 : 1));
}

/** A year of the organisation's calendar, and whether a year is missing as of `today` (its date there). */
export async function calendarYear(
  source: RowSource,
  today: (zone: string) => string,
  year?: number,
): Promise<CalendarYear> {
  const { zone, hours, weekdays, version, days, replanning } = await standingOf(source);
  const own = days ?? [];
  const week = hours && weekdays ? { hours, weekdays } : null;
  const calendar: WorkCalendar = calendarFrom({
    zone,
    week,
    days: Object.fromEntries(own.map(({ day, kind }) => [day, kind])),
  });
  const now = today(zone);
  const shown = year ?? Number(now.slice(0, 4));
  return {
    year: shown,
    zone,
    week: { hours: [...calendar.hours], weekdays: [...calendar.workWeekdays] },
    version: version ?? 0,
    days: daysOfYear(shown, own),
    missingYear: missingHolidayYear(calendar.dayOverrides, now) ?? null,
    replanning,
  };
}
