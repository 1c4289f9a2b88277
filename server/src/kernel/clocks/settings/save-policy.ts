import * as protocol from '@dealtrail/protocol/clocks';
import type { ClockPolicyView, PolicyTerms } from '@dealtrail/protocol/clocks';
import type { RowOf, Tx } from '../../db/index.ts';
import { handle, handleRead } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { forgetTimeRules, readTimeRules } from '../organization-rules.ts';
import { type NamedPolicy, unnamed } from '../rules/policy-words.ts';
import { termsBreaches } from '../rules/terms.ts';
import { clockTermsTable, clockTermVersionsTable } from '../tables.ts';
import { orderReplan } from './order-replan.ts';
import { policyViews } from './policy-views.ts';

/** The declared policy of this key, or 404. */
export function declared(policies: ReadonlyMap<string, NamedPolicy>, key: string): NamedPolicy {
  const policy = policies.get(key);
  if (!policy) throw problem('not_found');
  return policy;
}

/** Refuses terms that the policy cannot have, each with its place. */
export function refuseBadTerms(policy: NamedPolicy, terms: PolicyTerms): void {
  const breaches = termsBreaches(unnamed(policy), terms);
  if (breaches.length === 0) return;
  throw problem('policy_terms_invalid', {
    fields: breaches.map(({ path, code }) => ({ path: `terms.${path}`, code, message: code })),
  });
}

async function viewOf(tx: Tx, policy: NamedPolicy): Promise<ClockPolicyView> {
  const [view] = await policyViews(tx, [policy], tx.time.now());
  return view as ClockPolicyView;
}

/** Locks the terms the organisation gave the policy, if it gave any; refuses when somebody changed them meanwhile. */
async function lockTerms(tx: Tx, policy: NamedPolicy, version: number): Promise<RowOf<'clock_terms'> | undefined> {
  const row = await tx.lock(clockTermsTable, { policyKey: policy.key });
  if ((row?.version ?? 0) !== version) throw problem('stale_version', { current: await viewOf(tx, policy) });
  return row;
}

/** Lets the clocks that run follow, where that was asked for; terms that are off reach none of them. */
async function reachOpenClocks(tx: Tx, policy: NamedPolicy, terms: PolicyTerms | undefined): Promise<void> {
  if (terms?.active === false) return;
  await orderReplan(tx, policy.key, (await readTimeRules(tx)).facts);
}

/** Keeps what was saved, so that everybody can read later what held when. */
async function keepVersion(tx: Tx, policyKey: string, terms: PolicyTerms | null, reachedOpen: boolean): Promise<void> {
  await tx.insert(clockTermVersionsTable, [
    { id: tx.time.newId(), policyKey, terms, reachedOpen, savedBy: tx.origin.actorId, savedAt: tx.time.now() },
  ]);
}

/** Every time limit of the house as it holds here. */
export const listPolicies = handleRead(protocol.listClockPolicies, async ({ read, services, time }) => ({
  items: await policyViews(read, [...services.registry.policies.values()], time.now()),
}));

/** Sets the terms of one limit. */
export const savePolicy = handle(protocol.saveClockPolicy, async ({ tx, input }) => {
  const policy = declared(tx.policies, input.key);
  refuseBadTerms(policy, input.terms);
  const row = await lockTerms(tx, policy, input.version);
  if (row) await tx.update(clockTermsTable, row, { terms: input.terms });
  else await tx.insert(clockTermsTable, [{ policyKey: policy.key, terms: input.terms, version: 1 }]);
  await keepVersion(tx, policy.key, input.terms, input.applyToOpen);
  if (input.applyToOpen) await reachOpenClocks(tx, policy, input.terms);
  forgetTimeRules(tx);
  return viewOf(tx, policy);
});

/** Gives one limit back to the terms that ship. */
export const resetPolicy = handle(protocol.resetClockPolicy, async ({ tx, input }) => {
  const policy = declared(tx.policies, input.key);
  const row = await lockTerms(tx, policy, input.version);
  if (row) await tx.remove(clockTermsTable, row);
  await keepVersion(tx, policy.key, null, input.applyToOpen);
  if (input.applyToOpen) await reachOpenClocks(tx, policy, undefined);
  forgetTimeRules(tx);
  return viewOf(tx, policy);
});
