import type { ClockView } from '@dealtrail/protocol/clocks';
import type { Actor } from '../access/index.ts';
import type { RowOf, Tx } from '../db/index.ts';
import { problem } from '../http/problem.ts';
import type { Registry } from '../house/module.ts';
import { policyHere, timeRulesOf } from './organization-rules.ts';
import { clockById } from './store/clock-views.ts';

/** Who asks something of a clock, and where. */
export interface Asked {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly registry: Registry;
}

/** The policy of a clock as it holds here, with the words of a line of history; 404 where no chapter has it any more. */
export async function policyOf({ tx, actor }: Asked, row: RowOf<'clocks'>) {
  const declared = tx.policies.get(row.policyKey);
  if (!declared) throw problem('not_found');
  const { zh: clockZh, en: clockEn } = declared.name;
  const policy = policyHere(declared, await timeRulesOf(tx)) ?? declared;
  return { policy, words: { by: actor.name, clockZh, clockEn } };
}

/** The clock as it stands now, for the answer. */
export function shown({ tx }: Asked, id: string): Promise<ClockView> {
  return tx.one(clockById(tx.orgId, id, tx.time.now()));
}
