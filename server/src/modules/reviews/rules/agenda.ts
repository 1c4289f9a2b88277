import type { Why } from '@dealtrail/protocol/kernel';
import type { AgendaPoint, AgendaRow, Drill } from '@dealtrail/protocol/reviews';
import { cohortAge, type GroupRate, perMille } from '../../insights/index.ts';
import { isSlow, standingOf } from './standing.ts';

/** Channels, reasons and industries a review goes through; what is rarer is found behind the whole. */
const MOST_ROWS = 12;

/** Conversion of one group or of all in the period, and in the one before. */
export interface Compared {
  readonly key: string | null;
  readonly name: AgendaRow['name'];
  readonly now: GroupRate;
  readonly before: GroupRate | undefined;
  readonly drill: Drill;
}

/** How often something happened for a reason. */
export interface Counted {
  readonly key: string | null;
  readonly name: AgendaRow['name'];
  readonly now: number;
  readonly before: number;
  readonly drill: Drill;
}

const nothing = { count: 0, of: null, rate: null, median: null };

const percent = (tenths: number | undefined): number | null => (tenths === undefined ? null : tenths / 10);

const converted = (rate: GroupRate): AgendaRow['now'] => ({
  count: rate.converted,
  of: rate.leads,
  rate: percent(rate.ratePerMille),
  median: rate.medianCycleDays ?? null,
});

const said = (name: AgendaRow['name']): Record<string, string> => (typeof name === 'string' ? { name } : { name: '' });

/** Conversion by channel, the largest first: weak channels to ask about, strong ones to invest in (R39, R44). */
export function conversionPoint(
  total: Compared,
  channels: readonly Compared[],
  period: { readonly to: string; readonly today: string },
): AgendaPoint {
  const rows = channels.slice(0, MOST_ROWS).map((channel): AgendaRow => {
    const { key, name, now, before, drill } = channel;
    return {
      key: key ?? '',
      name,
      now: converted(now),
      before: before ? converted(before) : null,
      mark: standingOf(now, total.now),
      drill,
    };
  });
  const average = percent(total.now.ratePerMille) ?? 0;
  const standing = rows.flatMap(({ name, now, mark }): Why[] => {
    if (mark === null || now.rate === null) return [];
    const params = { ...said(name), rate: now.rate, converted: now.count, leads: now.of ?? 0, average };
    return [{ key: `reviews.finding.${mark}_channel`, params }];
  });
  const usual = total.now.medianCycleDays ?? total.before?.medianCycleDays;
  const { young, ageDays } = cohortAge(period.to, period.today, usual);
  const caution: Why[] = young ? [{ key: 'reviews.finding.young', params: { ageDays, usual: usual ?? 0 } }] : [];
  const whole: AgendaRow = {
    key: 'total',
    name: total.name,
    now: converted(total.now),
    before: total.before ? converted(total.before) : null,
    mark: null,
    drill: total.drill,
  };
  return { key: 'conversion', findings: [...caution, ...standing], rows: [whole, ...rows] };
}

/** The industries whose signings took longest; only those with three or more. */
export function cyclePoint(total: Compared, industries: readonly Compared[]): AgendaPoint {
  const usual = total.now.medianCycleDays;
  const rows = industries
    .filter(({ now }) => now.medianCycleDays !== undefined)
    .toSorted((one, other) => (other.now.medianCycleDays ?? 0) - (one.now.medianCycleDays ?? 0))
    .slice(0, MOST_ROWS)
    .map(
      ({ key, name, now, before, drill }): AgendaRow => ({
        key: key ?? '',
        name,
        now: converted(now),
        before: before ? converted(before) : null,
        mark: isSlow(now.medianCycleDays, usual) ? 'slow' : null,
        drill,
      }),
    );
  const findings = rows
    .filter(({ mark }) => mark === 'slow')
    .map(({ name, now }) => ({
      key: 'reviews.finding.slow_industry',
      params: { ...said(name), days: now.median ?? 0, signed: now.count, usual: usual ?? 0 },
    }));
  return { key: 'cycle', findings, rows };
}

/** Leads of one stretch of the time to the first touch. */
export interface Stretch {
  readonly key: string;
  readonly leads: number;
  readonly converted: number;
}

/** How soon the leads were touched first: the whole with its median minutes, and what was signed of the quick and the slow. */
export function responsePoint(
  now: { readonly median: number | null; readonly leads: number },
  before: { readonly median: number | null; readonly leads: number },
  stretches: readonly (Stretch & { readonly drill: Drill })[],
): AgendaPoint {
  const whole: AgendaRow = {
    key: 'median',
    name: { key: 'reviews.row.first_touch', params: {} },
    now: { ...nothing, count: now.leads, median: now.median },
    before: { ...nothing, count: before.leads, median: before.median },
    mark: null,
    drill: null,
  };
  const rows = stretches.map(
    ({ key, leads, converted: signed, drill }): AgendaRow => ({
      key,
      name: { key: `reviews.row.touch_${key}`, params: {} },
      now: { count: signed, of: leads, rate: percent(perMille(signed, leads)), median: null },
      before: null,
      mark: null,
      drill,
    }),
  );
  const slower = now.median !== null && before.median !== null && now.median > before.median;
  const findings: Why[] = slower
    ? [
        {
          key: 'reviews.finding.slower_touch',
          params: { hours: Math.round((now.median ?? 0) / 6) / 10, before: Math.round((before.median ?? 0) / 6) / 10 },
        },
      ]
    : [];
  return { key: 'response', findings, rows: [whole, ...rows] };
}

/** What is counted by its reason, the most frequent first: causes of lateness, invalid leads, lost deals. */
export function reasonPoint(key: 'overdue' | 'invalid' | 'lost', reasons: readonly Counted[]): AgendaPoint {
  const sum = reasons.reduce((total, { now }) => total + now, 0);
  const rows = reasons
    .filter(({ now, before }) => now + before > 0)
    .slice(0, MOST_ROWS)
    .map(
      (reason): AgendaRow => ({
        key: reason.key ?? '',
        name: reason.name,
        now: { ...nothing, count: reason.now, of: sum, rate: percent(perMille(reason.now, sum)) },
        before: { ...nothing, count: reason.before },
        mark: null,
        drill: reason.drill,
      }),
    );
  return { key, findings: [], rows };
}
