import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { extname } from 'node:path';
import type { Readable } from 'node:stream';
import type { KnownChoice, SheetPeek as PeekView } from '@dealtrail/protocol/imports';
import { FileRefused, safeFileName } from '../attachments/storage/index.ts';
import type { Actor } from '../access/index.ts';
import { importsTable } from '../db/transfer-tables.ts';
import type { RowOf, Tx } from '../db/index.ts';
import type { Messages } from '../house/module.ts';
import type { Services } from '../house/services.ts';
import { FILE_LIMIT_BYTES } from '../http/limits/file-limit.ts';
import { problem } from '../http/problem.ts';
import { peekSheet, type SheetChoices, type SheetPeek } from './box/index.ts';
import type { ImportWishes } from './import-choices.ts';
import { type ImportKind, knownChoices } from './import-kind.ts';
import { rememberedMapping, rememberMapping, usableMapping } from './remember-mapping.ts';
import { refusalOfMapping, refusalOfSheet } from './refuse-sheet.ts';
import { planColumns, suggestMapping } from './rules/index.ts';
import { writeTo } from './temporary-file.ts';

type Sentences = Messages['zh'];

/** A file that was read through once and kept, with the mapping it will be taken in by. */
export interface PreparedImport {
  readonly fileName: string;
  readonly sha256: string;
  readonly encoding: string | null;
  readonly header: string[];
  readonly rows: number;
  readonly mapping: Record<string, string>;
  readonly dryRun: boolean;
  readonly known: KnownChoice;
  readonly reading: RowOf<'imports'>['reading'];
  /** Name under which the mapping is remembered; empty where it is not. */
  readonly mappingName: string;
  /** Equal for the same file with the same mapping: what makes a repeated request the same act. */
  readonly fingerprint: string;
}

/** Writes an uploaded sheet to a path; returns the hash of its content. */
export async function receiveSheet(path: string, stream: Readable): Promise<string> {
  const { bytes, sha256 } = await writeTo(path, stream);
  if (bytes > FILE_LIMIT_BYTES) throw problem('payload_too_large');
  return sha256;
}

interface Asked {
  readonly path: string;
  readonly name: string;
  readonly choices: SheetChoices;
  readonly count: boolean;
}

async function peeked({ path, ...how }: Asked, sentences: Sentences): Promise<SheetPeek> {
  try {
    return await peekSheet(path, how);
  } catch (error) {
    throw refusalOfSheet(error, sentences);
  }
}

function suggestedFor(kind: ImportKind, header: string[]): Record<string, string> {
  return suggestMapping(
    header,
    kind.fields.map(({ name, aliases }) => ({ name, aliases: [...aliases] })),
  );
}

/** What the mapping screen shows of a file. */
export async function peekView(
  services: Services,
  kind: ImportKind,
  file: { readonly orgId: string; readonly path: string; readonly name: string; readonly choices: SheetChoices },
  sentences: Sentences,
): Promise<PeekView> {
  const peek = await peeked({ ...file, count: false }, sentences);
  const { header } = peek;
  const [kept] = await services.database.readRows(file.orgId, rememberedMapping(file.orgId, kind.kind, header));
  return {
    kind: peek.kind,
    encoding: peek.encoding ?? null,
    sheets: peek.sheets,
    sheet: peek.sheet ?? null,
    headerLine: peek.headerLine,
    leading: peek.leading,
    header,
    rows: peek.firstRows.map((row) => row.cells),
    suggested: suggestedFor(kind, header),
    remembered: kept ? await remembered(services, file.orgId, kept, header, kind) : null,
    known: [...knownChoices(kind)],
  };
}

async function remembered(
  { database, registry }: Services,
  orgId: string,
  kept: RowOf<'import_mappings'>,
  header: readonly string[],
  kind: ImportKind,
): Promise<NonNullable<PeekView['remembered']>> {
  const [member] = await database.readRows(orgId, registry.people.namesOf(orgId, [kept.memberId]));
  return {
    id: kept.id,
    name: kept.name,
    mapping: usableMapping(kept.mapping, header, kind.fields),
    memberName: member?.name ?? '',
    usedAt: kept.usedAt.toISOString(),
  };
}

/** Reads a mapping as it is sent: a JSON object from column header to field; null or '' leaves a column out. */
function readMapping(text: string, sentences: Sentences): Map<string, string> {
  const malformed = () => refusalOfMapping([{ column: '', code: 'malformed' }], sentences);
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw malformed();
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) throw malformed();
  const entries = Object.entries(read).map(([column, field]): [string, unknown] => [column, field ?? '']);
  if (!entries.every((entry): entry is [string, string] => typeof entry[1] === 'string')) throw malformed();
  return new Map(entries);
}

async function keep(services: Services, orgId: string, path: string): Promise<string> {
  try {
    const kept = await services.storage.putFile(createReadStream(path), { orgId, limitBytes: FILE_LIMIT_BYTES });
    return kept.sha256;
  } catch (error) {
    if (error instanceof FileRefused) throw problem(error.code === 'too_large' ? 'payload_too_large' : 'storage_full');
    throw error;
  }
}

/**
 * Reads a file through, so that every reason to refuse it is known before the first row is taken in, checks the mapping
 * against its header (proposed where none is given) and keeps the file. Refused: `sheet_refused`, `mapping_invalid`.
 */
export async function prepareImport(
  services: Services,
  kind: ImportKind,
  file: { readonly orgId: string; readonly path: string; readonly name: string } & ImportWishes,
  sentences: Sentences,
): Promise<PreparedImport> {
  const { dryRun, known, choices } = file;
  const peek = await peeked({ ...file, count: true }, sentences);
  const mapping =
    file.mapping === undefined
      ? new Map(Object.entries(suggestedFor(kind, peek.header)))
      : readMapping(file.mapping, sentences);
  const planned = planColumns(peek.header, mapping, kind.fields);
  if ('faults' in planned) throw refusalOfMapping(planned.faults, sentences);
  const sha256 = await keep(services, file.orgId, file.path);
  const reading = {
    headerLine: peek.headerLine,
    ...(peek.sheet === undefined ? {} : { sheet: peek.sheet }),
    ...(choices.delimiter === '\t' ? { delimiter: choices.delimiter } : {}),
  };
  const sorted = [...mapping].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const asked = JSON.stringify([sha256, sorted, dryRun, known, reading]);
  const fileName = safeFileName(file.name);
  return {
    fileName,
    sha256,
    encoding: peek.encoding ?? null,
    header: peek.header,
    rows: peek.rows ?? 0,
    mapping: Object.fromEntries(mapping),
    dryRun,
    known,
    reading,
    // Counted columns are of no use to another file.
    mappingName: peek.headerLine === 0 ? '' : (file.mappingName ?? stemOf(fileName)),
    fingerprint: createHash('sha256').update(asked).digest('base64url'),
  };
}

/** A file's name without its ending, as long as a name may be. */
function stemOf(fileName: string): string {
  return fileName
    .slice(0, fileName.length - extname(fileName).length)
    .slice(0, 60)
    .toWellFormed();
}

/** Puts an import in the queue, from where the sweep takes it, and remembers its mapping once it is meant. */
export async function queueImport(
  tx: Tx,
  actor: Actor,
  kind: ImportKind,
  prepared: PreparedImport,
): Promise<{ id: string }> {
  const { fingerprint: _, mappingName, ...facts } = prepared;
  const id = tx.time.newId();
  if (mappingName !== '' && !prepared.dryRun)
    await rememberMapping(tx, actor, { kind: kind.kind, name: mappingName, ...prepared });
  await tx.insert(importsTable, [
    {
      id,
      kind: kind.kind,
      memberId: actor.memberId,
      ...facts,
      state: 'queued',
      created: 0,
      merged: 0,
      duplicates: 0,
      rejected: 0,
      lastLine: 0,
      problem: null,
      createdAt: tx.time.now(),
      finishedAt: null,
      dueAt: tx.time.now(),
      version: 1,
    },
  ]);
  return { id };
}
