import type { FieldProblem } from '@dealtrail/protocol/kernel';
import type { Rule } from '@dealtrail/protocol/rules';
import { FilterRefused } from '../filters/index.ts';
import { problem } from '../http/problem.ts';
import type { AnyRuleBook } from './rule-book.ts';
import { type BookRule, judgeBy, ruleContext } from './rules/judge-by-rules.ts';

/** Rules somebody wrote down, read by their book. */
export interface ReadDraft {
  readonly rules: readonly BookRule<unknown>[];
  readonly settings: unknown;
}

interface Drafted {
  readonly rules: readonly Rule[];
  readonly settings?: Readonly<Record<string, unknown>> | undefined;
}

interface Fault {
  readonly path: readonly PropertyKey[];
  readonly code: 'outcome' | 'condition' | 'twice' | 'last' | 'settings';
}

/** The sentences of a draft's faults, by their key. */
export type Sentences = Readonly<Record<string, string>>;

function conditionFault(book: AnyRuleBook, rule: Rule, at: number, when: Parameters<typeof ruleContext>[0]): Fault[] {
  try {
    // A group is asked of the outcome, which may be wrong; the condition is not.
    judgeBy({ fields: book.fields }, [{ ...rule, active: true }], ruleContext(when));
    return [];
  } catch (error) {
    if (!(error instanceof FilterRefused)) throw error;
    return [{ path: ['rules', at, 'when', ...error.path.split('.').filter(Boolean)], code: 'condition' }];
  }
}

const asksNothing = ({ when }: Rule): boolean => 'all' in when && when.all.length === 0;

/** What is wrong with how the rules stand together. */
function orderFaults(book: AnyRuleBook, rules: readonly Rule[]): Fault[] {
  const known = new Set<string>();
  const faults: Fault[] = [];
  for (const [at, { id }] of rules.entries()) {
    if (known.has(id)) faults.push({ path: ['rules', at, 'id'], code: 'twice' });
    known.add(id);
  }
  const last = rules.findLast(({ active }) => active);
  if (book.mustSpeak && !(last && asksNothing(last)))
    faults.push({ path: ['rules', last ? rules.indexOf(last) : rules.length - 1, 'when'], code: 'last' });
  return faults;
}

/**
 * Reads rules somebody wrote down as their book understands them.
 * @throws ProblemError `invalid_input` with every fault: a condition that cannot be asked, an outcome that is none.
 */
export function readDraft(
  book: AnyRuleBook,
  drafted: Drafted,
  settingsNow: unknown,
  when: Parameters<typeof ruleContext>[0],
  sentences: Sentences,
): ReadDraft {
  const faults: Fault[] = orderFaults(book, drafted.rules);
  const rules = drafted.rules.map((rule, at): BookRule<unknown> => {
    faults.push(...conditionFault(book, rule, at, when));
    const says = book.outcome.safeParse(rule.says);
    for (const { path } of says.error?.issues ?? [])
      faults.push({ path: ['rules', at, 'says', ...path], code: 'outcome' });
    return { ...rule, says: says.data };
  });
  const settings = book.settings.safeParse(drafted.settings ?? settingsNow);
  for (const { path } of settings.error?.issues ?? []) faults.push({ path: ['settings', ...path], code: 'settings' });
  if (faults.length > 0) throw problem('invalid_input', { fields: faults.map((fault) => told(fault, sentences)) });
  return { rules, settings: settings.data };
}

function told({ path, code }: Fault, sentences: Sentences): FieldProblem {
  const key = `rules.refused.${code}`;
  return { path: path.join('.'), code: key, message: sentences[key] ?? key };
}
