import type { Scope } from '@dealtrail/protocol/auth';
import type { SecondStepFor } from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import type { Actor, ShareLevel, StoodFor } from '../../../kernel/access/index.ts';
import { addDays, localDate, startOfLocalDay } from '../../../kernel/calendar/index.ts';
import type { Database, Statement } from '../../../kernel/db/index.ts';
import type { Credential } from '../../../kernel/access/index.ts';
import { isAway } from '../rules/leave.ts';
import { secondStepOf } from '../rules/second-step.ts';

/** A department as far as the tree is concerned. */
export interface DepartmentNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly supervisorId: string | null;
  /** The department that took over when this one closed. */
  readonly mergedInto: string | null;
}

/** Adds to a set of departments, step by step, those whose `above` is in it already; ends also on a broken chain. */
function grow(found: Set<string>, all: readonly DepartmentNode[], above: 'parentId' | 'mergedInto'): Set<string> {
  for (let grown = true; grown; ) {
    grown = false;
    for (const department of all) {
      const over = department[above];
      if (over && found.has(over) && !found.has(department.id)) {
        found.add(department.id);
        grown = true;
      }
    }
  }
  return found;
}

const reach: Record<Scope, number> = { own: 0, team: 1, tree: 2, all: 3 };

/** Joins the grants of several roles: for each permission the widest scope. */
export function widest(grants: readonly Readonly<Record<string, string>>[]): Map<string, Scope> {
  const joined = new Map<string, Scope>();
  for (const grant of grants) {
    for (const [permission, scope] of Object.entries(grant) as [string, Scope][]) {
      const known = joined.get(permission);
      if (known === undefined || reach[scope] > reach[known]) joined.set(permission, scope);
    }
  }
  return joined;
}

/**
 * Departments a member answers for: their own and supervised ones, with those that were merged into them, because their
 * records stay where they are; and everything below.
 */
export function departmentsOf(
  memberId: string,
  departmentId: string | null,
  all: readonly DepartmentNode[],
): { team: string[]; tree: string[]; supervises: boolean } {
  const supervised = all
    .filter((department) => department.supervisorId === memberId)
    .map((department) => department.id);
  const team = grow(new Set([...(departmentId ? [departmentId] : []), ...supervised]), all, 'mergedInto');
  const tree = grow(new Set(team), all, 'parentId');
  return { team: [...team], tree: [...tree], supervises: supervised.length > 0 };
}

/** Whether a sign-in stands: proof and present moment as they are named in the statement. */
const alive: Record<Credential['via'], (proof: string, now: string) => string> = {
  // Another process may have given the session another seat meanwhile.
  session: (proof, now) =>
    `exists (select 1 from auth."session" s left join auth.seats t on t.session_id = s."id"
      where s."token" = ${proof} and s."expiresAt" > ${now} and (t.member_id is null or t.member_id = m.id))`,
  key: (proof, now) =>
    `exists (select 1 from auth.api_keys k where k.id = ${proof}::uuid and k.revoked_at is null and k.created_at <= ${now})`,
};

/** The check every request carries: moves when sign-in, roles or departments change; no row when the sign-in ended. */
export function guardStatement(credential: Credential, now: Date): Statement {
  return {
    name: `actor_guard_${credential.via}`,
    text: `select m.epoch || '.' || o.access_epoch as epoch from seen.members m join seen.organizations o on o.id = m.org_id
      where m.org_id = $1 and m.id = $2 and m.active and ${alive[credential.via]('$3', '$4')}`,
    values: [credential.orgId, credential.memberId, credential.proof, now],
  };
}

/** The same check for many sign-ins of one organisation at once, as the open streams need it. */
export function guardsStatement(orgId: string, credentials: readonly Credential[], now: Date): Statement {
  return {
    name: 'actor_guards',
    text: `select c.proof, m.epoch || '.' || o.access_epoch as epoch
      from unnest($2::uuid[], $3::text[], $4::text[]) as c (member_id, via, proof)
      join seen.members m on m.org_id = $1 and m.id = c.member_id and m.active join seen.organizations o on o.id = $1
      where case c.via when 'session' then ${alive.session('c.proof', '$5')} else ${alive.key('c.proof', '$5')} end`,
    values: [
      orgId,
      credentials.map(({ memberId }) => memberId),
      credentials.map(({ via }) => via),
      credentials.map(({ proof }) => proof),
      now,
    ],
  };
}

/** A member with what their roles grant; no row when they are gone or not active. */
function memberQuery(orgId: string, memberId: string) {
  return sql<{
    name: string;
    email: string;
    departmentId: string | null;
    departmentName: string | null;
    epoch: string;
    organizationName: string;
    zone: string;
    currency: string;
    secondStepFor: SecondStepFor;
    hasSecondStep: boolean;
    roles: { key: string; name: string; grants: Record<string, string> }[];
  }>`select m.name, m.email, m.department_id, d.name as department_name, m.epoch || '.' || o.access_epoch as epoch,
      o.name as organization_name, o.zone, o.currency, o.second_step_for,
      exists (select 1 from seen.second_factors f where f.org_id = m.org_id and f.member_id = m.id and f.since is not null) as has_second_step,
      coalesce((select json_agg(json_build_object('key', r.key, 'name', r.name, 'grants', r.grants) order by r.key)
        from seen.member_roles mr join seen.roles r on r.org_id = mr.org_id and r.key = mr.role_key
        where mr.org_id = m.org_id and mr.member_id = m.id), '[]') as roles
    from seen.members m join seen.organizations o on o.id = m.org_id
    left join seen.departments d on d.org_id = m.org_id and d.id = m.department_id
    where m.org_id = ${orgId}::uuid and m.id = ${memberId}::uuid and m.active`;
}

/** Somebody who names the member as deputy, with what their roles grant. */
interface AwayRow {
  readonly memberId: string;
  readonly name: string;
  readonly departmentId: string | null;
  readonly absentFrom: string | null;
  readonly absentUntil: string | null;
  readonly grants: Record<string, string>[];
}

/** Query for those whose deputy these members are, on this day or one to come. */
export function awayQuery(orgId: string, deputyIds: readonly string[], today: string) {
  return sql<AwayRow & { readonly deputyId: string }>`
    select a.id as member_id, a.name, a.department_id, a.absent_from, a.absent_until, a.deputy_id,
      array(select r.grants from seen.member_roles mr join seen.roles r on r.org_id = mr.org_id and r.key = mr.role_key
        where mr.org_id = a.org_id and mr.member_id = a.id) as grants
    from seen.members a where a.org_id = ${orgId}::uuid and a.deputy_id = any(${[...deputyIds]}::uuid[]) and a.active
      and (a.absent_until is null or a.absent_until >= ${today}::date) order by a.id`;
}

/** Those of them who are away on that day, with the rights their deputy works by. */
export function stoodFor(rows: readonly AwayRow[], departments: readonly DepartmentNode[], today: string): StoodFor[] {
  return rows
    .filter(({ absentFrom: from, absentUntil: until }) => isAway({ from, until }, today))
    .map(({ memberId, name, departmentId, grants }) => {
      const { team, tree } = departmentsOf(memberId, departmentId, departments);
      return { memberId, name, permissions: widest(grants), teamDepartmentIds: team, treeDepartmentIds: tree };
    });
}

/** The day on which standing in begins or ends next. */
function nextTurn(rows: readonly AwayRow[], today: string): string | undefined {
  const days = rows.flatMap(({ absentFrom, absentUntil }) => [absentFrom, absentUntil && addDays(absentUntil, 1)]);
  return days
    .filter((day) => day !== null && day > today)
    .reduce<string | undefined>(
      (first, day) => (day !== null && (first === undefined || day < first) ? day : first),
      undefined,
    );
}

const earlier = (a: Date | null, b: Date | null): Date | null => (a && b ? (a < b ? a : b) : (a ?? b));

/** Loads a member with their rights; undefined when they are gone or not active. */
export async function loadActor(database: Database, credential: Credential, now: Date): Promise<Actor | undefined> {
  const { orgId, memberId } = credential;
  const [member] = await database.readRows(orgId, memberQuery(orgId, memberId));
  if (!member) return undefined;
  const today = localDate(now, member.zone);
  const [departments, shares, away] = await Promise.all([
    database.readRows(
      orgId,
      sql<DepartmentNode>`select id, parent_id, supervisor_id, merged_into from seen.departments where org_id = ${orgId}::uuid`,
    ),
    database.readRows(
      orgId,
      sql<{ recordId: string; level: ShareLevel; endsAt: Date | null }>`
        select record_id, level, ends_at from seen.shares
        where org_id = ${orgId}::uuid and member_id = ${memberId}::uuid and (ends_at is null or ends_at > ${now}::timestamptz)
        order by ends_at nulls last`,
    ),
    database.readRows(orgId, awayQuery(orgId, [memberId], today)),
  ]);
  const turn = nextTurn(away, today);
  const permissions = widest(member.roles.map((role) => role.grants));
  const { via, seated = false } = credential;
  // Whoever looks through somebody made up has no app of theirs at hand.
  const asked = seated ? 'nobody' : member.secondStepFor;
  const { team, tree, supervises } = departmentsOf(memberId, member.departmentId, departments);
  return {
    orgId,
    memberId,
    userId: credential.userId,
    name: member.name,
    email: member.email,
    departmentId: member.departmentId,
    departmentName: member.departmentName,
    roles: member.roles.map(({ key, name }) => ({ key, name })),
    permissions,
    teamDepartmentIds: team,
    treeDepartmentIds: tree,
    shares: new Map(shares.map(({ recordId, level }) => [recordId, level])),
    standsFor: stoodFor(away, departments, today),
    rightsMoveAt: earlier(shares[0]?.endsAt ?? null, turn === undefined ? null : startOfLocalDay(turn, member.zone)),
    supervises,
    organization: { name: member.organizationName, zone: member.zone, currency: member.currency },
    via,
    secondStep: secondStepOf(asked, { permissions, hasOne: member.hasSecondStep, via }),
    seated,
    proof: credential.proof,
    epoch: member.epoch,
  };
}
