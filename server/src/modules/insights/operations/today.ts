import * as protocol from '@dealtrail/protocol/insights';
import type { Filter } from '@dealtrail/protocol/kernel';
import { sql } from 'kysely';
import { type Actor, scopeOf } from '../../../kernel/access/index.ts';
import { startOfLocalDay } from '../../../kernel/calendar/index.ts';
import { handleRead, type ReadContext } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { contactCountsQuery } from '../../activities/index.ts';
import { currentProcessQuery, standardProcess, sumsByStage, sumsOfStage } from '../../opportunities/index.ts';
import { type Departments, teamIds, teamQuery } from '../../organization/index.ts';
import { presentLine } from '../present.ts';
import { drillOf, isStalled, isWorkedOn } from '../rules/drill.ts';
import { dayBounds, mondayOf } from '../rules/period.ts';
import { pipelineOf } from '../rules/pipeline.ts';
import { leadCount, leadsByOwner, opportunityCount } from '../store/count-queries.ts';
import { readAround } from '../store/day-facts.ts';
import { dayQuery, type OwedLine, owedQuery } from '../store/day-query.ts';

type Today = ReadContext<typeof protocol.today>;

/** Colleagues shown beside the own work; who owes most comes first. */
const MOST_COLLEAGUES = 200;

/** The departments whose people this member looks after: as far as their leads reach beyond their own. */
function teamOf(actor: Actor): Departments | undefined {
  const scope = scopeOf(actor, 'leads.read');
  if (scope === 'all') return 'all';
  if (scope === 'tree') return actor.treeDepartmentIds;
  return scope === 'team' ? actor.teamDepartmentIds : undefined;
}

/** Which records the numbers of the page count: all the reader sees, or those of one person. */
function choicesOf(memberId: string | undefined, monday: string) {
  const mine: Filter[] = memberId === undefined ? [] : [{ field: 'ownerId', op: 'eq', value: memberId }];
  return {
    open: [{ field: 'state', op: 'eq', value: 'open' }, ...mine] satisfies Filter[],
    drills: {
      stalled: drillOf(...isStalled, ...mine),
      unassigned: drillOf({ field: 'state', op: 'eq', value: 'unassigned' }),
      newLeads: drillOf({ field: 'createdAt', op: 'gte', value: monday }, ...mine),
    },
  };
}

/** The first flight: whose work it is, the lines, and every number beside them. */
function readDay(context: Today, team: Departments | undefined, choice: ReturnType<typeof choicesOf>, monday: string) {
  const { actor, read, input, time, services } = context;
  const { orgId, organization } = actor;
  const { registry } = services;
  const memberId = input.memberId ?? actor.memberId;
  const now = time.now();
  const bounds = dayBounds(now, time.today(organization.zone), organization.zone);
  const alone = team === undefined || input.memberId !== undefined;
  const members = alone ? sql`${[memberId]}::uuid[]` : sql`${teamIds(orgId, team)} || ${[memberId]}::uuid[]`;
  return read.all([
    teamQuery(orgId, team ?? []),
    dayQuery({ actor, registry, memberId, bounds }),
    owedQuery(actor, registry, alone ? [] : team, now),
    leadsByOwner(context, drillOf(isWorkedOn)),
    currentProcessQuery(orgId),
    sumsByStage(context, drillOf(...choice.open)),
    contactCountsQuery(orgId, members, startOfLocalDay(monday, organization.zone), now),
    leadCount(context, choice.drills.newLeads),
    opportunityCount(context, choice.drills.stalled),
    leadCount(context, choice.drills.unassigned),
  ]);
}

/** What to do now, why and by when; for who leads others also who owes what. */
export const today = handleRead(protocol.today, async (context) => {
  const { actor, read, input, time } = context;
  const team = teamOf(actor);
  const monday = mondayOf(time.today(actor.organization.zone));
  const one = input.memberId ?? (team === undefined ? actor.memberId : undefined);
  const choice = choicesOf(one, monday);
  const [people, lines, owed, held, [kept], sums, [contacts], [fresh], [stalled], [unassigned]] = await readDay(
    context,
    team,
    choice,
    monday,
  );
  const member = [{ id: actor.memberId, name: actor.name }, ...people].find(
    ({ id }) => id === (input.memberId ?? actor.memberId),
  );
  if (!member) throw problem('not_found');
  const { stages } = kept?.definition ?? standardProcess;
  const around = {
    ...(await readAround(read, actor, [...lines, ...owed], { now: time.now(), registry: context.services.registry })),
    stages,
  };
  const counts = { overdue: 0, today: 0, next: 0, paused: 0 };
  for (const { section, total } of lines) counts[section] = total;
  const own = input.memberId === undefined || input.memberId === actor.memberId;
  const awayBy = new Map((own ? (actor.standsFor ?? []) : []).map(({ memberId, name }) => [memberId, name]));
  const present = (line: OwedLine) => presentLine({ ...line, section: 'overdue' }, around);
  return {
    member,
    items: lines.map((line) => presentLine({ ...line, behalfOf: awayBy.get(line.memberId) ?? null }, around)),
    counts,
    funnel: pipelineOf(stages, {
      found: sums.map(({ stageKey }) => stageKey),
      sumsOf: (stageKey) => sumsOfStage(stageKey, sums, actor.organization.currency),
      choice: choice.open,
    }),
    week: { reached: 0, attempts: 0, visits: 0, ...contacts, newLeads: fresh?.count ?? 0, since: monday },
    team:
      team === undefined || input.memberId !== undefined
        ? null
        : colleagues(
            people.filter(({ id }) => id !== actor.memberId),
            owed,
            held,
            present,
          ),
    stalled: stalled?.count ?? 0,
    unassigned: unassigned?.count ?? 0,
    drills: choice.drills,
  };
});

function colleagues(
  people: readonly { readonly id: string; readonly name: string }[],
  owed: readonly OwedLine[],
  held: readonly { readonly ownerId: string | null; readonly count: number }[],
  present: (line: OwedLine) => protocol.WorkItem,
) {
  const lines = Map.groupBy(owed, ({ memberId }) => memberId);
  const leads = new Map(held.map(({ ownerId, count }) => [ownerId, count]));
  return people
    .map(({ id, name }) => ({
      memberId: id,
      name,
      overdue: lines.get(id)?.[0]?.overdue ?? 0,
      unexplained: lines.get(id)?.[0]?.unexplained ?? 0,
      reasons: [...Map.groupBy(lines.get(id)?.[0]?.reasons ?? [], (reason) => reason)].map(([reason, all]) => ({
        reason,
        count: all.length,
      })),
      openLeads: leads.get(id) ?? 0,
      items: (lines.get(id) ?? []).map(present),
      drill: drillOf({ field: 'ownerId', op: 'eq', value: id }, isWorkedOn),
    }))
    .toSorted((one, other) => other.overdue - one.overdue || other.openLeads - one.openLeads)
    .slice(0, MOST_COLLEAGUES);
}
