import type { BlockedBy, DuplicateRules } from '@dealtrail/protocol/customers';
import type { Actor } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import type { Services } from '../../../kernel/house/services.ts';
import { applyDuplicateRules } from '../rules/duplicate-rules.ts';
import type { JudgedHit } from './judge-candidates.ts';
import { tellDuplicates } from './tell-duplicates.ts';

/** What is entered, by whom, and why it should be although the rule forbids it. */
export interface Entry {
  readonly actor: Actor;
  readonly kind: keyof DuplicateRules;
  readonly services: Services;
  /** Whether this member may decide against the rule, and the reason they gave. */
  readonly mayOverride: boolean;
  readonly overrideReason: string | null;
}

/** What may be told of the matches, and whether the rule was set aside with a reason. */
export interface Entered {
  readonly hits: readonly JudgedHit[];
  readonly overridden: boolean;
}

/**
 * Applies the organisation's rule for duplicates: 409 `duplicate_blocked` with the hits where it forbids the entry,
 * unless somebody who may decides otherwise and says why. What a refused member learned is counted and audited all the
 * same, after the refused transaction is undone.
 */
export async function refuseDuplicates(
  tx: Tx,
  rules: DuplicateRules,
  hits: readonly JudgedHit[],
  entry: Entry,
): Promise<Entered> {
  const { told, blocking } = applyDuplicateRules(rules, entry.kind, hits);
  if (blocking.length === 0) return { hits: told, overridden: false };
  if (entry.overrideReason !== null) {
    if (!entry.mayOverride) throw problem('override_not_allowed');
    return { hits: told, overridden: true };
  }
  const { actor, mayOverride, services } = entry;
  throw problem('duplicate_blocked', {
    params: { count: blocking.length },
    afterwards: () =>
      services.database.write(tx.origin, async (later): Promise<BlockedBy> => {
        return { duplicates: await tellDuplicates(later, actor, told, false), mayOverride };
      }),
  });
}
