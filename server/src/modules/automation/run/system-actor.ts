import { sql } from 'kysely';
import type { Actor } from '../../../kernel/access/index.ts';
import type { RowSource } from '../../../kernel/house/row-source.ts';
import type { Services } from '../../../kernel/house/services.ts';

/** The organisation an automation acts in. */
export interface Organization {
  readonly name: string;
  readonly zone: string;
  readonly currency: string;
  readonly locale: 'zh' | 'en';
}

/** The organisation of a transaction or a reading request. */
export async function organizationOf(rows: RowSource): Promise<Organization> {
  const [row] = await rows.many(
    sql<Organization>`select name, zone, currency, locale from seen.organizations where id = ${rows.orgId}::uuid`,
  );
  if (!row) throw new Error(`organisation ${rows.orgId} does not exist`);
  return row;
}

/** What an automation may do, everywhere in the organisation: what its actions need and nothing else. */
const verbs = ['read', 'update', 'assign', 'release'];

/**
 * An automation as somebody who acts: named as what it is, with its own id, and bound by the same rules as people. It may see
 * and change records of its kind; who may write one is decided by `automation.manage`.
 */
export function systemActor(
  { registry }: Pick<Services, 'registry'>,
  orgId: string,
  organization: Organization,
  automation: { readonly id: string; readonly name: string; readonly kind: string },
): Actor {
  const chapter = registry.kinds.get(automation.kind)?.chapter ?? '';
  const name = (registry.messages[organization.locale]['automation.actor'] ?? '{name}').replace(
    '{name}',
    automation.name,
  );
  return {
    orgId,
    memberId: automation.id,
    userId: automation.id,
    name,
    email: '',
    departmentId: null,
    departmentName: null,
    roles: [],
    permissions: new Map(verbs.map((verb) => [`${chapter}.${verb}`, 'all' as const])),
    teamDepartmentIds: [],
    treeDepartmentIds: [],
    shares: new Map(),
    rightsMoveAt: null,
    supervises: false,
    organization,
    via: 'key',
    secondStep: 'free',
    seated: false,
    proof: '',
    epoch: '',
  };
}
