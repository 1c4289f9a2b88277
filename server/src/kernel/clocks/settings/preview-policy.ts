import * as protocol from '@dealtrail/protocol/clocks';
import { sql } from 'kysely';
import type { WorkCalendar } from '../../calendar/index.ts';
import type { RowOf } from '../../db/index.ts';
import type { RowSource } from '../../house/module.ts';
import { handleRead } from '../../http/handle.ts';
import { readTimeRules } from '../organization-rules.ts';
import { replan } from '../rules/replan.ts';
import { type ClockPolicy, variantsOf } from '../rules/policy.ts';
import { startClock } from '../rules/start.ts';
import { withTerms } from '../rules/terms.ts';
import { clockOf } from '../store/clock-row.ts';
import { declared, refuseBadTerms } from './save-policy.ts';

/** Clocks looked at for a preview; more than these are counted as far as this and said so by `open`. */
const MOST_LOOKED_AT = 20_000;
const EXAMPLES = 5;

type OpenClock = RowOf<'clocks'> & { recordKind: string; title: string; number: string };

function openClocks(source: RowSource, policyKey: string): Promise<OpenClock[]> {
  return source.many(sql<OpenClock>`
    select c.*, r.kind as record_kind, r.title, r.number from seen.clocks c
    join seen.records r on r.org_id = c.org_id and r.id = c.record_id and r.deleted_at is null
    where c.org_id = ${source.orgId}::uuid and c.policy_key = ${policyKey} and c.stopped_at is null
    order by c.due_at limit ${MOST_LOOKED_AT}`);
}

/** What each variant of a limit would be, begun at that moment; a promised date has no length to show. */
function samplesOf(policy: ClockPolicy, startedAt: Date, cal: WorkCalendar) {
  return variantsOf(policy).map((variant) => {
    const clock = startClock(policy, variant, startedAt, cal);
    return {
      variant,
      startedAt: startedAt.toISOString(),
      warnAt: clock.warnAt.toISOString(),
      dueAt: clock.dueAt.toISOString(),
      restDays: Number(clock.explanation.params['restDays']),
      escalations: clock.escalations
        .map(({ key, to, at }) => ({ key, to, at: at.toISOString() }))
        .toSorted((a, b) => a.at.localeCompare(b.at)),
    };
  });
}

/** Counts what new terms would do to the clocks that run now, with a few of them by name. */
export const previewPolicy = handleRead(protocol.previewClockPolicy, async ({ read, input, services, time }) => {
  const policy = declared(services.registry.policies, input.key);
  refuseBadTerms(policy, input.terms);
  const now = time.now();
  const [rules, rows] = [await readTimeRules(read), await openClocks(read, policy.key)];
  const by = { now, was: rules.calendar, calendar: rules.calendar, policy: withTerms(policy, input.terms) };
  const moved = rows.flatMap((row) => {
    const counted = input.terms.active ? replan(clockOf(row), by) : undefined;
    return counted ? [{ row, newDueAt: counted.dueAt }] : [];
  });
  const startedAt = input.at === undefined ? now : new Date(input.at);
  return {
    open: rows.length,
    overdue: rows.filter(({ state, dueAt }) => state === 'running' && dueAt < now).length,
    samples: samplesOf(by.policy, startedAt, rules.calendar),
    changed: moved.length,
    overdueAtOnce: moved.filter(({ newDueAt }) => newDueAt <= now).length,
    kept: rows.length - moved.length,
    examples: moved
      .filter(({ row, newDueAt }) => newDueAt.getTime() !== row.dueAt.getTime())
      .slice(0, EXAMPLES)
      .map(({ row, newDueAt }) => ({
        recordId: row.recordId,
        recordKind: row.recordKind,
        title: row.title,
        number: row.number,
        dueAt: row.dueAt.toISOString(),
        newDueAt: newDueAt.toISOString(),
      })),
  };
});
