import type { Owned } from '../access/index.ts';
import type { Query, Tx } from '../db/index.ts';

/** A member as the rooms of the kernel address them: by name and by mail. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Language of their mails: their own, else the organisation's. */
  readonly locale: 'zh' | 'en';
}

/** The record somebody is to hear of, as far as rights are judged on it. */
export interface RecordInView extends Owned {
  readonly id: string;
  /** Permission that lets a member see it, such as leads.read. */
  readonly permission: string;
}

/** Somebody away at this moment, with who does their work meanwhile: somebody who is there, or nobody. */
export interface Absentee {
  readonly memberId: string;
  readonly deputy: Person | null;
}

/** Who is above whom and who may know what; one chapter registers it. Inactive members are nobody here. */
export interface People {
  /** Supervisor of the member's department, or of the nearest department above that has another active one. */
  supervisorOf(tx: Tx, memberId: string): Promise<Person | undefined>;
  /** All who are above the member, nearest first, each once: supervisors of their department and of those above it. */
  supervisorsOf(tx: Tx, memberId: string): Promise<Person[]>;
  /** Those of these members who are away at this moment. */
  awayAmong(tx: Tx, memberIds: readonly string[]): Promise<Absentee[]>;
  /** The active holders of a role, longest-standing first. */
  holdersOf(tx: Tx, roleKey: string): Promise<Person[]>;
  /** The active ones of these members, only those who may see the record where one is given. */
  activeAmong(tx: Tx, memberIds: readonly string[], record?: RecordInView): Promise<Person[]>;
  /** Lets the members' rights be loaded anew with their next request; for what changes them outside their own chapter. */
  rightsMoved(tx: Tx, memberIds: readonly string[]): Promise<void>;
  /** Names of these members, of inactive ones too. */
  namesOf(orgId: string, memberIds: readonly string[]): Query<{ id: string; name: string }>;
}
