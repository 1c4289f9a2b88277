import type { Why } from '@dealtrail/protocol/kernel';
import type { SharingStrategy } from '@dealtrail/protocol/leads';
import { balance, type LoadedPerson } from '../load-balance.ts';
import { why } from '../why.ts';
import { type Credits, nextTurn } from './take-turns.ts';

/** Somebody who takes leads. */
export interface Assignee extends LoadedPerson {
  readonly name: string;
  /** The person's department and those above it. */
  readonly departmentIds: readonly string[];
  /** Departments this person is the supervisor of. */
  readonly supervises: readonly string[];
  /** What they can: industries, languages, products, as the organisation calls them. */
  readonly skills: readonly string[];
  readonly absent: boolean;
}

/** Among whom a rule shares leads out, and in which manner. */
export interface Sharing {
  readonly departmentIds: readonly string[];
  readonly memberIds: readonly string[];
  /** All of these are asked of a person; none: nothing is. */
  readonly skills: readonly string[];
  /** Supervisors of the departments (or among the members) come first; the others follow when none of them is free. */
  readonly supervisorFirst: boolean;
  readonly strategy: SharingStrategy;
  /** By member, for `weighted`; who is not named counts 1, who has 0 gets nothing. */
  readonly weights: Readonly<Record<string, number>>;
}

/** People a rule turns to together. */
export interface Circle {
  readonly people: readonly Assignee[];
  readonly supervisors: boolean;
}

/** What a person weighs where a rule shares by weight. */
export const weightOf = ({ weights }: Pick<Sharing, 'weights'>, id: string): number => weights[id] ?? 1;

/** Whether a person has room for one lead more. */
export const hasRoom = ({ capacity, openLoad }: LoadedPerson): boolean => capacity === null || openLoad < capacity;

const can = (person: Assignee, skills: readonly string[]): boolean =>
  skills.every((skill) => person.skills.includes(skill));

/** The people of a rule, those it turns to first before the others. */
export function circlesOf(rule: Sharing, people: readonly Assignee[]): readonly Circle[] {
  const everybody = rule.departmentIds.length === 0 && rule.memberIds.length === 0;
  const weighs = (person: Assignee): boolean => rule.strategy !== 'weighted' || weightOf(rule, person.id) > 0;
  const able = people.filter((person) => can(person, rule.skills) && weighs(person));
  const members = able.filter(
    ({ id, departmentIds }) =>
      everybody ||
      rule.memberIds.includes(id) ||
      departmentIds.some((department) => rule.departmentIds.includes(department)),
  );
  const rest: Circle = { people: members, supervisors: false };
  if (!rule.supervisorFirst) return [rest];
  const leads = (person: Assignee): boolean =>
    rule.departmentIds.length === 0
      ? person.supervises.length > 0 && members.includes(person)
      : person.supervises.some((department) => rule.departmentIds.includes(department));
  return [{ people: able.filter(leads), supervisors: true }, rest];
}

/** Who of a circle takes a lead, why, and what the rule owes its people after it. */
export interface Draw {
  readonly taker: Assignee;
  readonly why: Why;
  /** Absent where the strategy keeps no turns. */
  readonly credits?: Credits;
}

/** Who of those present with room takes the next lead; undefined when there is nobody. */
export function drawFrom(rule: Sharing, people: readonly Assignee[], credits: Credits): Draw | undefined {
  const free = people.filter((person) => !person.absent && hasRoom(person));
  if (rule.strategy === 'load') {
    const taker = balance(free);
    return taker && { taker, why: sayLoad(taker) };
  }
  const weighted = rule.strategy === 'weighted';
  const turn = nextTurn(
    free.map((person) => ({ id: person.id, person, weight: weighted ? weightOf(rule, person.id) : 1 })),
    credits,
  );
  if (!turn) return undefined;
  const { person, weight } = turn.taker;
  const said = weighted
    ? why('leads.why.assign.weighted', { person: person.name, weight })
    : why('leads.why.assign.turn', { person: person.name });
  return { taker: person, why: said, credits: turn.credits };
}

function sayLoad(person: Assignee): Why {
  const params = { person: person.name, load: person.openLoad };
  return person.capacity === null
    ? why('leads.why.assign.load_unlimited', params)
    : why('leads.why.assign.load', { ...params, capacity: person.capacity });
}
