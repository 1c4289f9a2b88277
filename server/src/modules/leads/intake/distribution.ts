import type { Why } from '@dealtrail/protocol/kernel';
import type { Tx } from '../../../kernel/db/index.ts';
import { timeBetween, type WorkCalendar } from '../../../kernel/calendar/index.ts';
import { calendarOf, readTimeRules } from '../../../kernel/clocks/index.ts';
import type { Reader } from '../../../kernel/http/reader.ts';
import { type AssignmentRule, chooseOwner, type LeadToAssign } from '../rules/assignment.ts';
import type { Assignee } from '../rules/giving/takers.ts';
import type { Credits } from '../rules/giving/take-turns.ts';
import { fairShares } from '../rules/giving/fair-shares.ts';
import { ShareTally } from '../store/giving/share-store.ts';
import { creditsOf, saveTurns, turnsQuery } from '../store/giving/turn-store.ts';
import { type DepartmentRow, departmentsQuery, type RosterRow, rosterQuery } from '../store/giving/roster-query.ts';
import { rulesOr, rulesQuery } from '../store/giving/rule-store.ts';

/** Who a lead went to and how that came about. */
export interface Given {
  readonly ownerId: string;
  readonly ownerName: string;
  readonly departmentId: string | null;
  readonly how: 'own_find' | 'rule' | 'fallback';
  readonly ruleId: string | null;
  readonly why: Why[];
}

/** A lead that goes into a pool instead: nobody owns it until somebody claims it or is given it. */
export interface LaidInPool {
  readonly how: 'pool';
  readonly ownerId: null;
  readonly departmentId: null;
  readonly poolId: string;
  readonly poolName: string;
  readonly why: Why[];
}

/** A person of the roster whose load grows while leads are given out. */
type Taker = { -readonly [Name in keyof Assignee]: Assignee[Name] } & { readonly row: RosterRow };

/** The department itself and those above it; ends also on a broken chain. */
export function chainOf(departmentId: string | null, departments: readonly DepartmentRow[]): string[] {
  const chain: string[] = [];
  for (let id = departmentId; id !== null && !chain.includes(id); ) {
    chain.push(id);
    id = departments.find((department) => department.id === id)?.parentId ?? null;
  }
  return chain;
}

/** Whom nobody is left to give leads to: a rule that names only such people must not be read as one for everybody. */
const NOBODY = 'nobody';

/** Names the people behind a rule: representatives get leads; supervisors only where they are named or come first. */
function withPeople(
  rule: AssignmentRule,
  takers: readonly Taker[],
  representatives: ReadonlySet<string>,
): AssignmentRule {
  const everybody = rule.departmentIds.length === 0 && rule.memberIds.length === 0;
  const inDepartments = (taker: Taker): boolean => taker.departmentIds.some((id) => rule.departmentIds.includes(id));
  const leads = (taker: Taker): boolean =>
    rule.departmentIds.length === 0
      ? taker.supervises.length > 0
      : taker.supervises.some((id) => rule.departmentIds.includes(id));
  const members = takers.filter(
    (taker) =>
      rule.memberIds.includes(taker.id) ||
      (representatives.has(taker.id) && (everybody || inDepartments(taker))) ||
      (rule.supervisorFirst && leads(taker)),
  );
  return { ...rule, departmentIds: [], memberIds: members.length > 0 ? members.map(({ id }) => id) : [NOBODY] };
}

/** What a distribution begins with. */
interface Beginning {
  readonly rules: readonly AssignmentRule[];
  readonly roster: readonly RosterRow[];
  readonly departments: readonly DepartmentRow[];
  /** What each rule owes its people. */
  readonly credits: ReadonlyMap<string, Credits>;
  /** Whether the organisation is at work. */
  readonly atWork: boolean;
  /** The day of the organisation. */
  readonly today: string;
}

/** Whether somebody is away on a day; an end that is not named lies open. */
function isAway({ absentFrom, absentUntil }: RosterRow, day: string): boolean {
  if (absentFrom === null && absentUntil === null) return false;
  return (absentFrom ?? day) <= day && day <= (absentUntil ?? day);
}

/**
 * Gives leads out one after the other by the organisation's rules, so that each sees the loads and turns the one before
 * left.
 */
export class Distribution {
  readonly #rules: readonly AssignmentRule[];
  readonly #takers: readonly Taker[];
  readonly #administrators: readonly RosterRow[];
  readonly #credits: Map<string, Credits>;
  readonly #moved = new Map<string, Credits>();
  readonly #tally = new ShareTally();
  #today: string;
  #atWork: boolean;

  constructor({ rules, roster, departments, credits, atWork, today }: Beginning) {
    const takers = roster
      .filter(({ scopes }) => scopes.length > 0)
      .map(
        (row): Taker => ({
          row,
          id: row.id,
          name: row.name,
          departmentIds: chainOf(row.departmentId, departments),
          supervises: departments.filter(({ supervisorId }) => supervisorId === row.id).map(({ id }) => id),
          skills: row.skills,
          absent: row.absent,
          openLoad: row.openLoad,
          capacity: row.capacity,
        }),
      );
    // Who follows up what is their own takes leads; a wider scope looks after those of others.
    const representatives = new Set(
      roster.filter(({ scopes }) => scopes.includes('own') || scopes.includes('team')).map(({ id }) => id),
    );
    this.#takers = takers;
    this.#credits = new Map(credits);
    this.#atWork = atWork;
    this.#today = today;
    this.#rules = rules.map((rule) => withPeople(rule, takers, representatives));
    this.#administrators = roster
      .filter(({ administrator }) => administrator)
      .toSorted((a, b) => Number(a.absent) - Number(b.absent));
  }

  /** Who takes this lead: by the first rule that fits and has room, else an administrator by name, never nobody. */
  give(lead: LeadToAssign): Given {
    const circumstances = { atWork: this.#atWork, credits: this.#credits };
    const chosen = chooseOwner(lead, this.#rules, this.#takers, circumstances);
    if (!('ownerId' in chosen)) return this.#fallBack(chosen.why);
    const taker = this.#takers.find(({ id }) => id === chosen.ownerId);
    if (!taker) throw new Error('a rule chose somebody who takes no leads');
    const rule = this.#rules.find(({ id }) => id === chosen.ruleKey);
    if (rule && chosen.among) this.#tally.count(rule.id, fairShares(rule, chosen.among));
    taker.openLoad += 1;
    if (chosen.ruleKey !== undefined && chosen.credits) {
      this.#credits.set(chosen.ruleKey, chosen.credits);
      this.#moved.set(chosen.ruleKey, chosen.credits);
    }
    return {
      ownerId: taker.id,
      ownerName: taker.name,
      departmentId: taker.row.departmentId,
      how: 'rule',
      ruleId: chosen.ruleKey ?? null,
      why: [...chosen.why],
    };
  }

  /** Who takes leads, with their open ones by now. */
  takers(): readonly Assignee[] {
    return this.#takers.map((taker) => ({ ...taker }));
  }

  /** Keeps whose turn it is and what everybody could expect; to be called once everything is given out. */
  async keep(tx: Tx): Promise<void> {
    await saveTurns(tx, this.#moved);
    await this.#tally.save(tx, this.#today);
  }

  /** Lets another moment come, for who replays the past: who is away that day, and whether people are at work. */
  turnTo(day: string, atWork: boolean): void {
    this.#atWork = atWork;
    if (day === this.#today) return;
    this.#today = day;
    for (const taker of this.#takers) taker.absent = isAway(taker.row, day);
  }

  /** A lead of theirs came to its end, for who replays the past. */
  release(memberId: string): void {
    const taker = this.#takers.find(({ id }) => id === memberId);
    if (taker && taker.openLoad > 0) taker.openLoad -= 1;
  }

  #fallBack(reasons: readonly Why[]): Given {
    const [administrator] = this.#administrators;
    if (!administrator) throw new Error('an organisation without an active administrator');
    const { id, name, departmentId } = administrator;
    const told = { key: 'leads.why.assign.fallback', params: { person: name } };
    return { ownerId: id, ownerName: name, departmentId, how: 'fallback', ruleId: null, why: [...reasons, told] };
  }
}

/** A minute in milliseconds: whoever works through the next one is at work. */
const MINUTE_MS = 60_000;

/** Whether the organisation works at a moment. */
export function isAtWork(calendar: WorkCalendar, at: Date): boolean {
  return timeBetween(calendar, 'working_hours', at, new Date(at.getTime() + MINUTE_MS)) > 0;
}

/**
 * Reads rules, people, their loads and turns for this transaction. Until its commit nobody else of the organisation gives
 * leads out: two at once would count the same loads.
 */
export async function openDistribution(tx: Tx, today: string): Promise<Distribution> {
  const held = tx.run({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`${tx.orgId} distribution`],
    name: 'hold_distribution',
  });
  const [, rules, roster, departments, turns, calendar] = await Promise.all([
    held,
    tx.many(rulesQuery(tx.orgId)),
    tx.many(rosterQuery(tx.orgId, today)),
    tx.many(departmentsQuery(tx.orgId)),
    tx.many(turnsQuery(tx.orgId)),
    calendarOf(tx),
  ]);
  const atWork = isAtWork(calendar, tx.time.now());
  return new Distribution({ rules: rulesOr(rules), roster, departments, credits: creditsOf(turns), atWork, today });
}

/** What a trial changes before it gives leads out: the rules, and whose leads no longer weigh, one entry a lead. */
interface Supposed {
  readonly rules: readonly AssignmentRule[];
  readonly released: readonly string[];
  readonly now: Date;
}

/** People, loads and turns as they are now, for a trial: nothing is held and nothing is kept. */
export async function readDistribution(
  read: Reader,
  orgId: string,
  today: string,
  { rules, released, now }: Supposed,
): Promise<Distribution> {
  const [roster, departments, turns] = await read.all([
    rosterQuery(orgId, today),
    departmentsQuery(orgId),
    turnsQuery(orgId),
  ]);
  const { calendar } = await readTimeRules(read);
  const less = Map.groupBy(released, (id) => id);
  const relieved = roster.map((row) => ({ ...row, openLoad: row.openLoad - (less.get(row.id)?.length ?? 0) }));
  const credits = creditsOf(turns);
  return new Distribution({ rules, roster: relieved, departments, credits, atWork: isAtWork(calendar, now), today });
}
