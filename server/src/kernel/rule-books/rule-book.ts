import type { Filter } from '@dealtrail/protocol/kernel';
import type { RuleField } from '@dealtrail/protocol/rules';
import type { z } from 'zod';
import type { Actor } from '../access/index.ts';
import type { Query } from '../db/index.ts';
import type { FilterRow } from '../filters/index.ts';
import type { RowSource } from '../house/row-source.ts';
import type { Services } from '../house/services.ts';
import type { Time } from '../time/time.ts';
import type { BookContent, BookRule, RuleAsking, Spoken } from './rules/judge-by-rules.ts';
import type { Tried } from './rules/tally.ts';

/** Who asks what a book did before: the context of a reading verb. */
export interface PastAsker {
  readonly actor: Actor;
  readonly time: Time;
  readonly services: Services;
}

/** One page of what came in, newest first: since when, behind which one, how many. */
export interface PastPage {
  readonly since: Date;
  readonly behind: { readonly at: string; readonly id: string } | undefined;
  readonly most: number;
}

/** Something that came in before, as the rules would see it now. */
export interface PastSubject extends Tried {
  /** When it came in, exactly, to go on from. */
  readonly at: string;
  readonly row: FilterRow;
}

/** What a book did before, for trials and counts. */
export interface PastOfBook<Raw> {
  query(asker: PastAsker, page: PastPage): Query<Raw>;
  read(raw: Raw): PastSubject;
  /** How often each rule decided since then, and how often a person decided otherwise. */
  counts(asker: PastAsker, since: Date): Query<{ ruleId: string; hits: number; overridden: number }>;
  /** What opens these in the list of the book. */
  opens(ruleId: string, sinceOn: string): { readonly hits: Filter; readonly overridden: Filter };
}

/**
 * A book of ordered rules that a chapter declares: what they may ask, what they say, and the rules everybody starts with.
 * The first fitting active rule decides; where outcomes belong to groups, the first of each group.
 */
export interface RuleBook<Says, Settings> extends RuleAsking<Says> {
  /** Unique: `<chapter>.<noun>`. */
  readonly key: string;
  /** Whose sentences name its fields. */
  readonly chapter: string;
  readonly outcome: z.ZodType<Says>;
  readonly settings: z.ZodType<Settings>;
  readonly shipped: { readonly rules: readonly BookRule<Says>[]; readonly settings: Settings };
  /** True where something must always be said: the last active rule asks for nothing. */
  readonly mustSpeak: boolean;
  /** Permissions to see the rules and to change them. */
  readonly read: string;
  readonly save: string;
  /** The organisation's own values of fields. */
  options?(rows: RowSource): Promise<Readonly<Record<string, NonNullable<RuleField['options']>>>>;
  /** What the rules together say, in one word. */
  verdict(spoken: readonly Spoken<Says>[], content: BookContent<Says, Settings>, row: FilterRow): string;
  readonly past?: PastOfBook<unknown>;
}

/** Declares a book of rules. */
export function defineRuleBook<Says, Settings>(book: RuleBook<Says, Settings>): RuleBook<Says, Settings> {
  return book;
}

/** A book whatever its rules say, as the verbs of this room know it. */
export type AnyRuleBook = RuleBook<unknown, unknown>;
