import { insertApiKey } from '../../kernel/auth/operations/api-keys.ts';
import type { Tx } from '../../kernel/db/index.ts';
import { insertDepartment, insertMember, insertOrganization } from '../../modules/organization/index.ts';
import { DEMO_DOMAIN, DEMO_NAME, plannedDepartments, plannedPeople, type PlannedPerson } from '../company/people.ts';
import { ZONE } from '../play/days.ts';
import type { Player } from '../play/stage.ts';

/** The administrator of the imaginary supplier bears the name of whoever asked for the demo. */
export const ADMINISTRATOR = 'admin';

/** What nobody's password hashes to: who was made up cannot sign in. */
const NO_PASSWORD = 'none';

/** The imaginary supplier as it stands before the first day: who works there, by key, and its departments by name. */
export interface Founded {
  readonly players: ReadonlyMap<string, Player & { readonly userId: string }>;
  readonly departments: ReadonlyMap<string, string>;
}

/** Makes the organisation of this transaction with its departments and people. It rests: no job touches it yet. */
export async function insertCompany(tx: Tx, administratorName: string): Promise<Founded> {
  await insertOrganization(tx, { name: DEMO_NAME, zone: ZONE, currency: 'CNY', locale: 'zh' });
  await tx.run({ text: 'update app.organizations set rests = true where id = $1', values: [tx.orgId] });
  const departments = new Map<string, string>();
  for (const { name, above } of plannedDepartments) {
    const id = tx.time.newId();
    departments.set(name, id);
    await insertDepartment(tx, { id, name, parentId: (above && departments.get(above)) ?? null, supervisorId: null });
  }
  const people: readonly (Omit<PlannedPerson, 'department'> & { department?: string })[] = [
    { key: ADMINISTRATOR, name: administratorName, role: 'administrator' },
    ...plannedPeople,
  ];
  const players = new Map<string, Player & { userId: string }>();
  for (const { key, name, role, department } of people) {
    const made = await insertMember(tx, {
      name,
      // Accounts are one list for the whole installation, so the address names the organisation too.
      email: `${key}.${tx.orgId.slice(-6)}@${DEMO_DOMAIN}`,
      passwordHash: NO_PASSWORD,
      departmentId: (department && departments.get(department)) ?? null,
      roleKeys: [role],
    });
    const { key: secret } = await insertApiKey(tx, { orgId: tx.orgId, ...made }, 'demo', tx.time);
    players.set(key, { ...made, name, key: secret });
  }
  return { players, departments };
}

/** The supplier is ready: the keys of its players are worthless from now on, and jobs take it up. */
export async function openCompany(tx: Tx): Promise<void> {
  await tx.run({ text: 'delete from auth.api_keys where org_id = $1', values: [tx.orgId] });
  await tx.run({ text: 'update app.organizations set rests = false where id = $1', values: [tx.orgId] });
}
