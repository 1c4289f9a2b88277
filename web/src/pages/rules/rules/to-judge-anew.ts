import type { RuleTrial } from '@dealtrail/protocol/rules';
import type { Filter } from '../../../kit/filter/index.ts';
import type { KnownBook } from '../parts/outcome-words.ts';

const open: Filter = { not: { field: 'state', op: 'in', value: ['won', 'qualified', 'invalid'] } };

/** The leads a new version would judge otherwise: open ones of the last twelve months that nobody decided by hand. */
export function toJudgeAnew(book: KnownBook, { changes, sinceOn }: Pick<RuleTrial, 'changes' | 'sinceOn'>): Filter {
  const from = [...new Set(changes.map((change) => change.from))];
  const since: Filter = { field: 'createdAt', op: 'gte', value: sinceOn };
  if (book === 'leads.completeness') {
    const stand = from.map((verdict): Filter => ({ field: 'complete', op: 'eq', value: verdict === 'complete' }));
    return { all: [open, since, { any: stand }] };
  }
  const name = book === 'leads.intent' ? 'intent' : 'priority';
  const byRules: Filter = { field: `${name}Overridden`, op: 'eq', value: false };
  return { all: [open, since, byRules, { field: name, op: 'in', value: from }] };
}
