import * as protocol from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import { organizationsTable } from '../../../kernel/db/kernel-tables.ts';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { saveOrganization } from '../store/organization-store.ts';

interface OrganizationRow {
  id: string;
  name: string;
  zone: string;
  currency: string;
  locale: protocol.Locale;
  secondStepFor: protocol.SecondStepFor;
  version: number;
}

const organizationQuery = (orgId: string) =>
  sql<OrganizationRow>`
    select id, name, zone, currency, locale, second_step_for, version from seen.organizations where id = ${orgId}::uuid`;

/** The own organisation. */
export const getOrganization = handleRead(protocol.getOrganization, async ({ actor, read }) => {
  const row = await read.maybe(organizationQuery(actor.orgId));
  if (!row) throw problem('not_found');
  return row;
});

/** Changes name, time zone, usual currency or language of the organisation, or who needs a second step. */
export const updateOrganization = handle(protocol.updateOrganization, async ({ actor, tx, input }) => {
  const { version, ...asked } = input;
  const before = await tx.lock(organizationsTable, {});
  if (!before) throw problem('not_found');
  const current = () => tx.one(organizationQuery(actor.orgId));
  if (before.version !== version) throw problem('stale_version', { current: await current() });
  const given = Object.entries(asked).filter(([, value]) => value !== undefined);
  await saveOrganization(tx, before, Object.fromEntries(given));
  return current();
});
