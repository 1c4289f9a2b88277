import * as protocol from '@dealtrail/protocol/organization';
import { sql } from 'kysely';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { raiseAccessEpoch } from '../store/organization-store.ts';

interface OrganizationRow {
  id: string;
  name: string;
  zone: string;
  currency: string;
  version: number;
}

const organizationQuery = (orgId: string) =>
  sql<OrganizationRow>`select id, name, zone, currency, version from seen.organizations where id = ${orgId}::uuid`;

/** The own organisation. */
export const getOrganization = handleRead(protocol.getOrganization, async ({ actor, read }) => {
  const row = await read.maybe(organizationQuery(actor.orgId));
  if (!row) throw problem('not_found');
  return row;
});

/** Renames the organisation. */
export const updateOrganization = handle(protocol.updateOrganization, async ({ actor, tx, input }) => {
  const saved = await tx.run({
    text: 'update app.organizations set name = coalesce($3, name), version = version + 1 where id = $1 and version = $2',
    values: [actor.orgId, input.version, input.name ?? null],
  });
  if (!saved.rowCount) throw problem('stale_version', { current: await tx.one(organizationQuery(actor.orgId)) });
  await raiseAccessEpoch(tx);
  return tx.one(organizationQuery(actor.orgId));
});
