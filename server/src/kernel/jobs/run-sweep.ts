import type { Sweep } from '../house/module.ts';
import type { Services } from '../house/services.ts';

/** What one pass of a sweep over the organisations with work due did. */
export interface Swept {
  readonly more: boolean;
  /** Organisations it went through without a fault. */
  readonly served: readonly string[];
  readonly failures: readonly { readonly orgId: string; readonly error: unknown }[];
}

/**
 * One pass: one batch for each organisation with work due, so that nobody starves; a failure in one does not keep the
 * others waiting. `only` narrows it to one organisation.
 */
export async function runSweep(services: Services, sweep: Sweep, only?: string): Promise<Swept> {
  let more = false;
  const failures: { orgId: string; error: unknown }[] = [];
  const served: string[] = [];
  await services.database.forEachOrganization(sweep.due, services.time.now(), async (orgId) => {
    if (only !== undefined && orgId !== only) return;
    try {
      if (await sweep.run({ orgId, services })) more = true;
      served.push(orgId);
    } catch (error) {
      failures.push({ orgId, error });
    }
  });
  return { more, served, failures };
}
