/** Fields one of which a row needs, so that the lead has a name. */
const naming: readonly string[] = ['companyName', 'contactName', 'externalId'];

/** Whether the mapping lets leads have a name. */
export function namesLeads(mapping: Readonly<Record<string, string>>): boolean {
  return Object.values(mapping).some((field) => naming.includes(field));
}
