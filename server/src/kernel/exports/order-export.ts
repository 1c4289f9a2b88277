import * as protocol from '@dealtrail/protocol/exports';
import { type Actor, may, revealsLeftQuery, visible } from '../access/index.ts';
import { exportsTable } from '../db/transfer-tables.ts';
import type { Tx } from '../db/index.ts';
import type { Services } from '../house/services.ts';
import { handle, handlePrepared, handleRead } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { localeOf } from '../http/refusals.ts';
import { countRows } from '../lists/index.ts';
import { allowanceQuery } from './export-limits.ts';
import { type ExportKind, isContact } from './export-kind.ts';
import { exportsQuery, presentExport } from './export-view.ts';
import { exportName } from './rules/file-facts.ts';

function refusal(path: string, message: string): Error {
  return problem('invalid_input', { fields: [{ path, code: 'invalid_value', message }] });
}

/** The kind somebody asks for, if they may export it. Refused: `invalid_input` for no kind, `not_allowed`. */
function kindFor({ registry }: Services, actor: Actor, name: string): ExportKind {
  const kind = registry.exportKinds.get(name);
  if (!kind) throw refusal('kind', [...registry.exportKinds.keys()].join(', '));
  if (!may(actor, kind.permission)) throw problem('not_allowed');
  return kind;
}

const mayClear = (actor: Actor, kind: ExportKind): boolean =>
  kind.reveal !== undefined && may(actor, kind.reveal.permission);

/** What the dialog of an export shows. */
export const exportOptions = handleRead(protocol.exportOptions, async ({ actor, read, input, time, services }) => {
  const kind = kindFor(services, actor, input.kind);
  const today = time.today(actor.organization.zone);
  const choice = {
    ...(input.filter === undefined ? {} : { filter: input.filter }),
    ...(input.q ? { q: input.q } : {}),
  };
  const within = visible(actor, kind.permission, kind.list.alias);
  const [[allowance], [looks], counted] = await read.all([
    allowanceQuery(actor, today),
    revealsLeftQuery(actor, today),
    countRows({ actor, time }, kind.list, choice, within),
  ]);
  const [{ rows }] = counted as [{ rows: number }];
  const clear = mayClear(actor, kind);
  return {
    title: kind.title,
    columns: kind.columns.map((column) => ({
      name: column.name,
      heading: column.heading,
      usual: column.usual ?? false,
      contact: isContact(column),
    })),
    mayClear: clear,
    rows,
    rowsLeft: allowance ? Math.max(0, allowance.allowed - allowance.used) : 0,
    revealsLeft: clear && looks ? looks.left : 0,
  };
});

/** Holds back other orders of this member until the commit, so that two at once do not pass the day's bound together. */
async function holdOrders(tx: Tx, actor: Actor): Promise<void> {
  await tx.run({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`${tx.orgId} export ${actor.memberId}`],
    name: 'hold_exports',
  });
}

/** Counts the rows against what is left of the day. */
async function countWithin(
  tx: Tx,
  actor: Actor,
  kind: ExportKind,
  choice: Parameters<typeof countRows>[2],
): Promise<number> {
  await holdOrders(tx, actor);
  const within = visible(actor, kind.permission, kind.list.alias);
  const { rows } = await tx.one<{ rows: number }>(countRows({ actor, time: tx.time }, kind.list, choice, within));
  if (rows === 0) throw problem('export_nothing_found');
  const { used, allowed } = await tx.one(allowanceQuery(actor, tx.time.today(actor.organization.zone)));
  const left = Math.max(0, allowed - used);
  if (rows > left) throw problem('export_limit_reached', { params: { rows, left, limit: allowed } });
  return rows;
}

/** Orders an export: what is asked is checked and counted now, the file is written by the sweep. */
export const startExport = handlePrepared(
  protocol.startExport,
  async ({ request }) => ({ locale: localeOf(request) }),
  async ({ actor, tx, input, prepared: { locale }, services }) => {
    const kind = kindFor(services, actor, input.kind);
    const known = new Set(kind.columns.map(({ name }) => name));
    const columns = [...new Set(input.columns)];
    for (const name of columns) if (!known.has(name)) throw refusal('columns', name);
    const { format, clear = false, reason = null, filter, q, sort } = input;
    if (clear && !mayClear(actor, kind)) throw problem('not_allowed');
    if (clear && !reason) throw problem('export_reason_needed');
    const rows = await countWithin(tx, actor, kind, {
      ...(filter === undefined ? {} : { filter }),
      ...(q ? { q } : {}),
      ...(sort === undefined ? {} : { sort }),
    });
    const now = tx.time.now();
    const { zone } = actor.organization;
    const id = tx.time.newId();
    await tx.insert(exportsTable, [
      {
        id,
        kind: kind.kind,
        memberId: actor.memberId,
        format,
        columns,
        filter: filter ?? null,
        q: q || null,
        sort: sort ?? null,
        clear,
        reason: clear ? reason : null,
        locale,
        state: 'queued',
        rows,
        written: 0,
        bytes: null,
        sha256: null,
        fileName: exportName(kind.title[locale], now, zone, format),
        problem: null,
        downloads: 0,
        createdAt: now,
        onDay: tx.time.today(zone),
        finishedAt: null,
        dueAt: now,
        expiresAt: null,
        version: 1,
      },
    ]);
    return presentExport(await tx.one(exportsQuery(tx.orgId, [id])), actor.name, services.registry);
  },
);

/** Ends an own export that waits or runs; its process notices at its next sign of life. */
export const cancelExport = handle(protocol.cancelExport, async ({ actor, tx, input, services }) => {
  const row = await tx.lock(exportsTable, { id: input.id });
  if (!row || row.memberId !== actor.memberId) throw problem('not_found');
  if (row.finishedAt !== null) throw problem('export_over');
  const patch = { state: 'cancelled', dueAt: null, finishedAt: tx.time.now() } as const;
  return presentExport(await tx.update(exportsTable, row, patch), actor.name, services.registry);
});
