import { saveAssignmentRules } from '@dealtrail/protocol/leads';
import { listDepartments, updateDepartment } from '@dealtrail/protocol/organization';
import type { Stage } from '../play/stage.ts';
import { ADMINISTRATOR, type Founded } from '../store/company-store.ts';
import { plannedDepartments, plannedPeople } from './people.ts';
import { territories } from './territories.ts';

/** The first day of the supplier: who leads which department, and which team gets the leads of which provinces. */
export async function settleIn(stage: Stage, { players, departments }: Founded): Promise<void> {
  const administrator = players.get(ADMINISTRATOR);
  if (!administrator) throw new Error('the supplier has no administrator');
  const { items } = await stage.call(administrator, listDepartments, {});
  for (const { id, name, version } of items) {
    const led = plannedDepartments.find((planned) => planned.name === name)?.led;
    await stage.call(administrator, updateDepartment, {
      params: { id },
      body: { version, supervisorId: (led && players.get(led)?.memberId) ?? null },
    });
  }
  const nothingAsked = { regions: [], industries: [], customerTypes: [], priorities: [], sources: [] };
  await stage.call(administrator, saveAssignmentRules, {
    body: {
      items: territories.map(({ rule, department, provinces }) => ({
        name: rule,
        active: true,
        conditions: { ...nothingAsked, provinces: [...provinces] },
        departmentIds: [departments.get(department) ?? ''],
        memberIds: [],
        supervisorFirst: false,
      })),
    },
  });
}

/** Of a department, the key of who leads the one above. */
export function leaderOf(department: string): string {
  const found = plannedDepartments.find(({ name }) => name === department);
  if (!found) throw new Error(`no department ${department}`);
  return found.led;
}

/** Who sells. */
export const plannedSellers = plannedPeople.filter(({ role }) => role === 'representative');
