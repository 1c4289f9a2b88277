import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import {
  type BookContent,
  contentIn,
  inForce,
  type InForce,
  type Judge,
  judgeBy,
  type RuleBook,
  ruleContext,
} from '../../../kernel/rule-books/index.ts';
import type { CompletenessSays } from '../rules/completeness.ts';
import type { IntentSays } from '../rules/intent.ts';
import type { PrioritySays, ProfileSettings } from '../rules/priority.ts';
import type { SourceMap } from '../rules/source.ts';
import { knownSources, type KnownSources, sourceMapOf } from '../store/source-store.ts';
import { completenessBook, intentBook, priorityBook } from './books.ts';

/** A book with a judge of the rules of it that hold. */
export interface InForceBook<Says, Settings> {
  readonly content: BookContent<Says, Settings>;
  readonly judge: Judge<Says>;
}

/** Everything leads are judged by when they come in or change: the listed sources and the three books of rules. */
export interface IntakeRules extends SourceMap {
  readonly intent: InForceBook<IntentSays, unknown>;
  readonly priority: InForceBook<PrioritySays, ProfileSettings>;
  readonly completeness: InForceBook<CompletenessSays, unknown>;
}

interface Known extends KnownSources {
  readonly zone: string;
  readonly holding: readonly InForce[] | null;
}

const books = [intentBook.key, priorityBook.key, completenessBook.key];

/** Query for what leads are judged by; one row, read with `intakeRulesOf`. */
export function intakeRulesQuery(orgId: string) {
  return sql<Known>`select ${knownSources(orgId)}, ${inForce(orgId, books)} as holding,
    (select o.zone from seen.organizations o where o.id = ${orgId}::uuid) as zone`;
}

/** The rules of a row of `intakeRulesQuery`. */
export function intakeRulesOf(known: Known, time: Pick<Tx['time'], 'now' | 'today'>): IntakeRules {
  const { zone, holding } = known;
  const context = ruleContext({ now: time.now(), today: time.today(zone), zone });
  const holds = <Says, Settings>(book: RuleBook<Says, Settings>): InForceBook<Says, Settings> => {
    const content = contentIn(book, holding);
    return { content, judge: judgeBy(book, content.rules, context) };
  };
  return {
    ...sourceMapOf(known),
    intent: holds(intentBook),
    priority: holds(priorityBook),
    completeness: holds(completenessBook),
  };
}

/** What leads of the transaction's organisation are judged by. */
export async function readIntakeRules(tx: Tx): Promise<IntakeRules> {
  return intakeRulesOf(await tx.one(intakeRulesQuery(tx.orgId)), tx.time);
}
