import * as protocol from '@dealtrail/protocol/clocks';
import type { PolicyTerms } from '@dealtrail/protocol/clocks';
import { sql } from 'kysely';
import { handleRead } from '../../http/handle.ts';
import { instant } from '../../lists/index.ts';
import { declared } from './save-policy.ts';

interface Version {
  readonly id: string;
  readonly at: string;
  readonly by: string | null;
  readonly terms: PolicyTerms | null;
  readonly reachedOpen: boolean;
}

/** The terms of one limit as they were changed, the newest first. */
export const listVersions = handleRead(protocol.listClockPolicyVersions, async ({ actor, read, input, services }) => {
  declared(services.registry.policies, input.key);
  const items = await read.many(sql<Version>`
    select v.id, ${sql.raw(instant('v.saved_at'))} as at, m.name as by, v.terms, v.reached_open from seen.clock_term_versions v
    left join seen.members m on m.org_id = v.org_id and m.id = v.saved_by
    where v.org_id = ${actor.orgId}::uuid and v.policy_key = ${input.key} order by v.saved_at desc, v.id desc limit 100`);
  return { items };
});
