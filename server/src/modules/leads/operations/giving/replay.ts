import type { Why } from '@dealtrail/protocol/kernel';
import type { Distribution, Given } from '../../intake/distribution.ts';
import type { PastLead } from '../../store/giving/replay-query.ts';

/** A lead of the past, on the day it came, and the day it ended. */
export interface DayedLead extends PastLead {
  readonly day: string;
  /** Null where it weighs to the end of the period. */
  readonly endedOn: string | null;
  readonly atWork: boolean;
}

/** What a replay would have done. */
export interface Replay {
  readonly given: readonly { readonly lead: DayedLead; readonly given: Given }[];
  /** Most open leads of each person at once. */
  readonly peaks: ReadonlyMap<string, number>;
}

/** Who lets go of a lead, by day. */
export type Endings = Map<string, string[]>;

/**
 * Gives the leads of a period out anew, as they came: a lead weighs on whoever would have got it until the day it really
 * ended. `endings` are those of the leads that were held before; it grows meanwhile.
 */
export function replay(distribution: Distribution, leads: readonly DayedLead[], endings: Endings): Replay {
  const days = new Set<string>(endings.keys());
  for (const { endedOn } of leads) if (endedOn !== null) days.add(endedOn);
  const waiting = [...days].toSorted();
  const peaks = new Map(distribution.takers().map(({ id, openLoad }) => [id, openLoad]));
  const loads = new Map(peaks);
  const given = leads.map((lead) => {
    while (waiting[0] !== undefined && waiting[0] < lead.day) {
      for (const ownerId of endings.get(waiting.shift() ?? '') ?? []) {
        distribution.release(ownerId);
        loads.set(ownerId, Math.max(0, (loads.get(ownerId) ?? 0) - 1));
      }
    }
    distribution.turnTo(lead.day, lead.atWork);
    const one = distribution.give(lead);
    const load = (loads.get(one.ownerId) ?? 0) + 1;
    loads.set(one.ownerId, load);
    peaks.set(one.ownerId, Math.max(peaks.get(one.ownerId) ?? 0, load));
    if (lead.endedOn !== null) endings.set(lead.endedOn, [...(endings.get(lead.endedOn) ?? []), one.ownerId]);
    return { lead, given: one };
  });
  return { given, peaks };
}

/** Leads told by name that nobody could have taken. */
const NAMED = 8;

/** What a replay says to people: who would have got how many beside what they had, and what nobody could take. */
export function tellReplay(
  { given, peaks }: Replay,
  takers: ReturnType<Distribution['takers']>,
  rules: ReadonlyMap<string, string>,
) {
  const would = Map.groupBy(given, (one) => one.given.ownerId);
  const had = Map.groupBy(given, ({ lead }) => lead.holderId);
  const unassigned = given.filter((one) => one.given.how === 'fallback');
  const byRule = Map.groupBy(given, (one) => one.given.ruleId);
  const people = takers.map(({ id, name, capacity }) => ({
    memberId: id,
    name,
    would: would.get(id)?.filter((one) => one.given.how === 'rule').length ?? 0,
    had: had.get(id)?.length ?? 0,
    peak: peaks.get(id) ?? 0,
    capacity,
  }));
  return {
    leads: given.length,
    moved: given.filter(({ lead, given: { ownerId } }) => lead.holderId !== ownerId).length,
    unassigned: unassigned.length,
    people: people
      .filter((one) => one.would > 0 || one.had > 0)
      .toSorted((one, other) => other.would - one.would || other.had - one.had || (one.name < other.name ? -1 : 1)),
    rules: [...rules].map(([id, name]) => ({ name, would: byRule.get(id)?.length ?? 0 })),
    samples: unassigned.slice(0, NAMED).map(({ lead, given: { why } }) => ({
      leadId: lead.id,
      title: lead.title,
      why: why satisfies Why[],
    })),
  };
}
