import type { KindRow, Merging } from '../../../kernel/house/module.ts';
import { normalizeCompanyName } from '../rules/company-name.ts';
import { type CompanyFacts, lockForChange } from '../store/customer-store.ts';
import { changeCustomers } from './save-customer.ts';

/** Former names a customer keeps. */
const MOST_FORMER = 10;

const namesOf = ({ name, formerNames }: KindRow): string[] => [String(name), ...(formerNames as string[])];

/** The names that are given up, so that the company is found by them as before. */
function namesGivenUp(values: KindRow, survivor: KindRow, others: readonly KindRow[]): string[] {
  const kept = (values.formerNames ?? survivor.formerNames) as string[];
  const name = normalizeCompanyName(String(values.name ?? survivor.name)).key;
  const byKey = new Map<string, string>();
  for (const former of [...kept, ...namesOf(survivor), ...others.flatMap(namesOf)]) {
    const { key } = normalizeCompanyName(former);
    if (key !== name && !byKey.has(key)) byKey.set(key, former);
  }
  return [...byKey.values()].slice(0, MOST_FORMER);
}

/** What people choose when customers become one; a name that is given up becomes a former name. */
export const customerMerging: Merging = {
  table: 'customers',
  fields: ['name', 'shortName', 'formerNames', 'creditCode', 'website', 'industry', 'region', 'province', 'city'],
  async save(tx, actor, id, values, others) {
    const customer = await lockForChange(tx, actor, id, 'customers.update');
    const learned = others.length > 0 ? { formerNames: namesGivenUp(values, { ...customer }, others) } : {};
    const patch: CompanyFacts & { name?: string } = { ...values, ...learned };
    if (Object.keys(patch).length > 0) await changeCustomers(tx, [{ customer, patch }]);
  },
};
