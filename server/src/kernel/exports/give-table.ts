import { Readable } from 'node:stream';
import type { ExportFormat } from '@dealtrail/protocol/exports';
import type { FastifyReply } from 'fastify';
import type { Actor } from '../access/index.ts';
import { contentDisposition } from '../attachments/storage/index.ts';
import { exportsTable } from '../db/transfer-tables.ts';
import type { Services } from '../house/services.ts';
import { localeOf } from '../http/refusals.ts';
import { type Cell, csvText, xlsxStream } from '../sheets/index.ts';
import { contentTypes, exportName, fill, minuteIn } from './rules/file-facts.ts';

/** A small table that leaves at once as a file: figures, not records. */
export interface GivenTable {
  /** What it is of, such as insight; no kind of record. */
  readonly kind: string;
  readonly title: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** What was asked, for whoever looks at the export later. */
  readonly asked: string;
}

/** Who takes it, and through which verb. */
interface Taking {
  readonly actor: Actor;
  readonly reply: FastifyReply;
  readonly services: Services;
  readonly operation: string;
}

async function* linesOf(lines: readonly (readonly Cell[])[]): AsyncGenerator<readonly Cell[]> {
  yield* lines;
}

/** Notes in the task centre and the audit who took which table; the file itself is not kept. */
async function note(
  { actor, reply, services, operation }: Taking,
  table: GivenTable,
  file: { name: string; format: ExportFormat },
) {
  const origin = { orgId: actor.orgId, actorId: actor.memberId, operation, requestId: reply.request.id };
  await services.database.write(origin, async (tx) => {
    const now = tx.time.now();
    await tx.insert(exportsTable, [
      {
        id: tx.time.newId(),
        kind: table.kind,
        memberId: actor.memberId,
        format: file.format,
        columns: [...table.headings],
        filter: table.asked,
        q: null,
        sort: null,
        clear: false,
        reason: null,
        locale: localeOf(reply.request),
        state: 'expired',
        rows: table.rows.length,
        written: table.rows.length,
        bytes: null,
        sha256: null,
        fileName: file.name,
        problem: null,
        downloads: 1,
        createdAt: now,
        onDay: tx.time.today(actor.organization.zone),
        finishedAt: now,
        dueAt: null,
        expiresAt: null,
        version: 1,
      },
    ]);
  });
}

/** Answers with a table as a marked file in which nothing is computed on opening, noted before its first byte leaves. */
export async function giveTable(taking: Taking, table: GivenTable, format: ExportFormat): Promise<Readable> {
  const { actor, reply, services } = taking;
  const { name, email, organization } = actor;
  const at = services.time.now();
  const fileName = exportName(table.title, at, organization.zone, format);
  const mark = fill(services.registry.messages[localeOf(reply.request)]['exports.mark'] ?? '', {
    by: name,
    at: minuteIn(at, organization.zone),
    organization: organization.name,
  });
  await note(taking, table, { name: fileName, format });
  reply
    .header('content-type', contentTypes[format])
    .header('content-disposition', contentDisposition(fileName))
    .header('content-security-policy', 'sandbox')
    .header('cache-control', 'no-store');
  if (format === 'csv') return Readable.from(csvText(linesOf([[mark], table.headings, ...table.rows])));
  return Readable.from(
    xlsxStream({
      sheets: [{ name: table.title, rows: linesOf([table.headings, ...table.rows]) }],
      made: { by: `${name} ${email}`, at, title: table.title },
      foot: mark,
    }),
  );
}
