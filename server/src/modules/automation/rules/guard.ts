import type { Why } from '@dealtrail/protocol/kernel';

/** An act of a rule on a record that led here. */
interface ActBefore {
  readonly rule: string;
  readonly record: string;
}

/** Acts of automations that may follow from one another; the next one would answer an echo. */
const DEEPEST = 3;

/**
 * Why an automation leaves a record alone because of what led here: it acted on that record in this chain before, or the
 * chain is three acts long already. Undefined: it may act.
 */
export function loopGuard(chain: readonly ActBefore[], automationId: string, recordId: string): Why | undefined {
  if (chain.some(({ rule, record }) => rule === automationId && record === recordId))
    return { key: 'automation.why.again_in_chain', params: {} };
  return chain.length >= DEEPEST ? { key: 'automation.why.chain_too_long', params: { most: DEEPEST } } : undefined;
}
