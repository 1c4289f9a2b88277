import { type RawBuilder, sql } from 'kysely';
import { reaches, type ShareLevel } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import type { Absentee, People, Person, RecordInView } from '../../../kernel/house/people.ts';
import { awayQuery, type DepartmentNode, departmentsOf, stoodFor, widest } from './actor-store.ts';
import { awayOn } from './leave-store.ts';

interface Candidate extends Person {
  readonly departmentId: string | null;
  readonly grants: Record<string, string>[];
}

// A chain of departments is short; the bound only ends a broken one.
const HIGHEST_CHAIN = 30;

/** The language of a member's mails, theirs or the organisation's; the alias is of members. */
function language(alias: string): RawBuilder<string> {
  const member = (column: string) => sql.raw(`${alias}.${column}`);
  return sql`coalesce(${member('locale')}, (select o.locale from seen.organizations o where o.id = ${member('org_id')})) as locale`;
}

async function supervisorsOf(tx: Tx, memberId: string): Promise<Person[]> {
  const chain = await tx.many(sql<Person>`
    with recursive up as (
      select d.id, d.parent_id, d.supervisor_id, 0 as height from seen.members m
      join seen.departments d on d.org_id = m.org_id and d.id = m.department_id
      where m.org_id = ${tx.orgId}::uuid and m.id = ${memberId}::uuid
      union all
      select d.id, d.parent_id, d.supervisor_id, up.height + 1 from seen.departments d
      join up on d.id = up.parent_id where d.org_id = ${tx.orgId}::uuid and up.height < ${HIGHEST_CHAIN}
    )
    select s.id, s.name, s.email, ${language('s')} from up join seen.members s on s.org_id = ${tx.orgId}::uuid and s.id = up.supervisor_id
    where s.active and s.id <> ${memberId}::uuid order by up.height`);
  return chain.filter(({ id }, at) => chain.findIndex((person) => person.id === id) === at);
}

async function supervisorOf(tx: Tx, memberId: string): Promise<Person | undefined> {
  return (await supervisorsOf(tx, memberId))[0];
}

async function awayAmong(tx: Tx, memberIds: readonly string[]): Promise<Absentee[]> {
  if (memberIds.length === 0) return [];
  const today = sql`(${tx.time.now()}::timestamptz at time zone o.zone)::date`;
  const rows = await tx.many(sql<{ [Key in keyof Person]: Person[Key] | null } & { memberId: string }>`
    select m.id as member_id, s.id, s.name, s.email, coalesce(s.locale, o.locale) as locale from seen.members m
    join seen.organizations o on o.id = m.org_id
    left join seen.members s on s.org_id = m.org_id and s.id = m.deputy_id and s.active and not ${awayOn('s', today)}
    where m.org_id = ${tx.orgId}::uuid and m.id = any(${[...memberIds]}::uuid[]) and ${awayOn('m', today)}`);
  return rows.map(({ memberId, ...deputy }) => ({ memberId, deputy: deputy.id === null ? null : (deputy as Person) }));
}

async function holdersOf(tx: Tx, roleKey: string): Promise<Person[]> {
  return tx.many(sql<Person>`
    select m.id, m.name, m.email, ${language('m')} from seen.members m
    join seen.member_roles r on r.org_id = m.org_id and r.member_id = m.id and r.role_key = ${roleKey}
    where m.org_id = ${tx.orgId}::uuid and m.active order by m.created_at, m.id`);
}

async function activeAmong(tx: Tx, memberIds: readonly string[], record?: RecordInView): Promise<Person[]> {
  if (memberIds.length === 0) return [];
  const members = await tx.many(sql<Candidate>`
    select m.id, m.name, m.email, ${language('m')}, m.department_id,
      array(select r.grants from seen.member_roles mr join seen.roles r on r.org_id = mr.org_id and r.key = mr.role_key
        where mr.org_id = m.org_id and mr.member_id = m.id) as grants
    from seen.members m where m.org_id = ${tx.orgId}::uuid and m.id = any(${memberIds}::uuid[]) and m.active
    order by m.created_at, m.id`);
  const seeing = record ? await whoSees(tx, members, record) : members;
  return seeing.map(({ id, name, email, locale }) => ({ id, name, email, locale }));
}

/** Whether a record is the member's own, so that neither departments nor shares need be asked. */
const isOwn = (member: Candidate, { ownerId, permission }: RecordInView): boolean =>
  member.id === ownerId && widest(member.grants).has(permission);

/** Those of the members whom the record's permission reaches; the rule of every list, applied to people. */
async function whoSees(tx: Tx, members: readonly Candidate[], record: RecordInView): Promise<readonly Candidate[]> {
  if (members.every((member) => isOwn(member, record))) return members;
  const zone = await tx.one(sql<{ zone: string }>`select zone from seen.organizations where id = ${tx.orgId}::uuid`);
  const today = tx.time.today(zone.zone);
  const ids = members.map(({ id }) => id);
  const [departments, shares, away] = await Promise.all([
    tx.many(
      sql<DepartmentNode>`select id, parent_id, supervisor_id, merged_into from seen.departments where org_id = ${tx.orgId}::uuid`,
    ),
    tx.many(sql<{ memberId: string; level: ShareLevel }>`
      select member_id, level from seen.shares
      where org_id = ${tx.orgId}::uuid and record_id = ${record.id}::uuid
        and (ends_at is null or ends_at > ${tx.time.now()}::timestamptz)`),
    tx.many(awayQuery(tx.orgId, ids, today)),
  ]);
  const levels = new Map(shares.map(({ memberId, level }) => [memberId, level]));
  return members.filter((member) => {
    const { team, tree } = departmentsOf(member.id, member.departmentId, departments);
    const level = levels.get(member.id);
    const standing = {
      memberId: member.id,
      permissions: widest(member.grants),
      teamDepartmentIds: team,
      treeDepartmentIds: tree,
      shares: new Map(level ? [[record.id, level]] : []),
      standsFor: stoodFor(
        away.filter(({ deputyId }) => deputyId === member.id),
        departments,
        today,
      ),
    };
    return reaches(standing, record.permission, record);
  });
}

async function rightsMoved(tx: Tx, memberIds: readonly string[]): Promise<void> {
  await tx.run({
    name: 'members_rights_moved',
    text: 'update app.members set epoch = epoch + 1 where org_id = $1 and id = any($2::uuid[])',
    values: [tx.orgId, memberIds],
  });
}

/** Who is above whom, who holds a role, and who may hear of a record. */
export const people: People = {
  supervisorOf,
  supervisorsOf,
  awayAmong,
  holdersOf,
  activeAmong,
  rightsMoved,
  namesOf: (orgId, memberIds) =>
    sql<{
      id: string;
      name: string;
    }>`select id, name from seen.members where org_id = ${orgId}::uuid and id = any(${memberIds}::uuid[])`,
};
