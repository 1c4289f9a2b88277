import type { PolicyTerms } from '@dealtrail/protocol/clocks';
import { sql } from 'kysely';
import type { WorkCalendar } from '../calendar/index.ts';
import type { RowSource } from '../house/module.ts';
import type { Tx } from '../db/index.ts';
import { machineMs } from '../time/time.ts';
import { type CalendarFacts, calendarFrom } from './rules/calendar-facts.ts';
import type { ClockPolicy } from './rules/policy.ts';
import { withTerms } from './rules/terms.ts';

// Rules of time change a few times a year; another node's edit is seen within a minute.
const KEPT_MS = 60_000;
const MOST_KEPT = 1_000;

/** How an organisation counts time: its calendar, and the limits it set otherwise than they ship. */
export interface TimeRules {
  readonly facts: CalendarFacts;
  readonly calendar: WorkCalendar;
  /** Terms by policy; a policy that is not named has those that ship. */
  readonly terms: ReadonlyMap<string, PolicyTerms>;
}

interface Kept {
  readonly rules: TimeRules;
  readonly written: string;
  readonly readAt: number;
}

const kept = new Map<string, Kept>();

interface Written extends CalendarFacts {
  readonly terms: Readonly<Record<string, PolicyTerms>> | null;
}

/** The rules of time of an organisation as they stand in the database at this moment. */
export async function readTimeRules(source: RowSource): Promise<TimeRules> {
  const [row] = await source.many(sql<Written>`
    select o.zone,
      (select jsonb_object_agg(d.day, d.kind order by d.day) from seen.calendar_days d where d.org_id = ${source.orgId}::uuid) as days,
      (select jsonb_build_object('hours', w.hours, 'weekdays', w.weekdays) from seen.work_weeks w
        where w.org_id = ${source.orgId}::uuid) as week,
      (select jsonb_object_agg(t.policy_key, t.terms order by t.policy_key) from seen.clock_terms t
        where t.org_id = ${source.orgId}::uuid) as terms
    from seen.organizations o where o.id = ${source.orgId}::uuid`);
  if (!row) throw new Error(`organisation ${source.orgId} does not exist`);
  const facts = { zone: row.zone, days: row.days, week: row.week };
  return { facts, calendar: calendarFrom(facts), terms: new Map(Object.entries(row.terms ?? {})) };
}

/** The rules of time of the transaction's organisation, at most a minute old. */
export async function timeRulesOf(tx: Tx): Promise<TimeRules> {
  const now = machineMs();
  const known = kept.get(tx.orgId);
  if (known && now - known.readAt < KEPT_MS) return known.rules;
  const fresh = await readTimeRules(tx);
  const written = JSON.stringify([fresh.facts, [...fresh.terms]]);
  // The same value for the same rules: a calendar value carries what was worked out on it before.
  const rules = known?.written === written ? known.rules : fresh;
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(tx.orgId, { rules, written, readAt: now });
  return rules;
}

/** The calendar of the transaction's organisation: its zone, the Chinese holidays, its own days and hours. */
export async function calendarOf(tx: Tx): Promise<WorkCalendar> {
  return (await timeRulesOf(tx)).calendar;
}

/** Forgets, with the commit, what was kept of the rules that this transaction changes. */
export function forgetTimeRules(tx: Tx): void {
  const { orgId } = tx;
  tx.afterCommit(() => kept.delete(orgId));
}

/** A policy as it holds in this organisation; undefined when it is switched off. */
export function policyHere(policy: ClockPolicy, rules: TimeRules): ClockPolicy | undefined {
  const terms = rules.terms.get(policy.key);
  if (!terms) return policy;
  return terms.active ? withTerms(policy, terms) : undefined;
}
