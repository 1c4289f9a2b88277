import * as protocol from '@dealtrail/protocol/notifications';
import { sql } from 'kysely';
import type { Actor } from '../../access/index.ts';
import { StaleRow, type Tx } from '../../db/index.ts';
import type { Services } from '../../house/services.ts';
import { handle, handleRead } from '../../http/handle.ts';
import { problem } from '../../http/problem.ts';
import { type Preferences, preferencesOf, preferencesQuery } from '../preferences-query.ts';
import { switched, wanted } from '../rules/wanted.ts';
import { preferencesTable, urgentNoticesTable } from '../tables.ts';

const urgentQuery = (orgId: string) =>
  sql<{ kind: string }>`select kind from seen.urgent_notices where org_id = ${orgId}::uuid order by kind`;

function present(
  actor: Actor,
  { registry, mailer }: Services,
  { switches, quiet, version }: Preferences,
  urgent: readonly { kind: string }[],
): protocol.NotificationPreferences {
  const pressing = new Set(urgent.map(({ kind }) => kind));
  return {
    notices: [...registry.notices.values()].map((notice) => ({
      kind: notice.kind,
      app: wanted(notice, notice.kind, 'app', switches),
      mail: notice.mail === null ? null : wanted(notice, notice.kind, 'mail', switches),
      urgent: pressing.has(notice.kind),
    })),
    quiet,
    zone: actor.organization.zone,
    mailConfigured: mailer.configured,
    email: actor.email,
    version,
  };
}

function refuseUnknown({ registry }: Services, kinds: readonly string[]): void {
  const unknown = kinds.find((kind) => !registry.notices.has(kind));
  if (unknown !== undefined) throw problem('notice_unknown', { params: { kind: unknown } });
}

/** What the member wants to hear of, how, and when not. */
export const getPreferences = handleRead(protocol.getPreferences, async ({ actor, read, services }) => {
  const [rows, urgent] = await read.all([preferencesQuery(actor.orgId, [actor.memberId]), urgentQuery(actor.orgId)]);
  return present(actor, services, preferencesOf(rows)(actor.memberId), urgent);
});

async function save(tx: Tx, memberId: string, version: number, chosen: Omit<Preferences, 'version'>): Promise<void> {
  const { switches, quiet } = chosen;
  const fields = { switches, quiet: quiet.on, quietFrom: quiet.from, quietTo: quiet.to };
  const before = await tx.lock(preferencesTable, { memberId });
  if ((before?.version ?? 0) !== version) throw new StaleRow(preferencesTable.name);
  if (before) await tx.update(preferencesTable, before, fields);
  else await tx.insert(preferencesTable, [{ memberId, ...fields, version: 1 }]);
}

/** Changes what the member wants to hear of; of the switches only what differs from what ships is kept. */
export const savePreferences = handle(protocol.savePreferences, async ({ actor, tx, input, services }) => {
  refuseUnknown(services, input.notices?.map(({ kind }) => kind) ?? []);
  const now = preferencesOf(await tx.many(preferencesQuery(actor.orgId, [actor.memberId])))(actor.memberId);
  const chosen = new Map(input.notices?.map(({ kind, app, mail }) => [kind, { app, mail }]));
  const switches = switched(services.registry.notices.values(), chosen, now.switches);
  await save(tx, actor.memberId, input.version, { switches, quiet: input.quiet ?? now.quiet });
  const [after, urgent] = [
    await tx.many(preferencesQuery(actor.orgId, [actor.memberId])),
    await tx.many(urgentQuery(actor.orgId)),
  ];
  return present(actor, services, preferencesOf(after)(actor.memberId), urgent);
});

/** Says which kinds of message leave at once, whoever sleeps. */
export const saveUrgentNotices = handle(protocol.saveUrgentNotices, async ({ actor, tx, input, services }) => {
  refuseUnknown(services, input.kinds);
  const before = new Set((await tx.many(urgentQuery(actor.orgId))).map(({ kind }) => kind));
  const after = new Set(input.kinds);
  for (const kind of before) if (!after.has(kind)) await tx.remove(urgentNoticesTable, { kind });
  await tx.insert(
    urgentNoticesTable,
    [...after].filter((kind) => !before.has(kind)).map((kind) => ({ kind })),
  );
  return { kinds: [...after].toSorted() };
});
