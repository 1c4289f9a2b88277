import type { Operation } from '@dealtrail/protocol/kernel';
import { contentDisposition } from '../attachments/storage/index.ts';
import type { Messages } from '../house/module.ts';
import type { Services } from '../house/services.ts';
import { handleFile, handlePrepared, handleRead, type PrepareContext, type Route } from '../http/handle.ts';
import { problem } from '../http/problem.ts';
import { receiveForm } from '../http/receive-form.ts';
import { localeOf } from '../http/refusals.ts';
import { errorFileOf } from './error-file.ts';
import type { ImportKind } from './import-kind.ts';
import { ownImports, presentImport } from './import-view.ts';
import { peekView, prepareImport, queueImport, receiveSheet } from './start-import.ts';
import { withTemporaryFile } from './temporary-file.ts';

/** The verbs of a chapter for imports of its kind, as its protocol declares them. */
export interface ImportOperations {
  readonly peek: Operation;
  readonly start: Operation;
  readonly get: Operation;
  readonly list: Operation;
  readonly errors: Operation;
}

type Sentences = Messages['zh'];

function sentencesFor({ registry }: Services, request: Parameters<typeof localeOf>[0]): Sentences {
  return registry.messages[localeOf(request)];
}

/** Receives the form into a file of its own that lasts as long as the work. */
async function withForm<Result>(
  { request, services }: Pick<PrepareContext<Operation>, 'request' | 'services'>,
  work: (form: {
    path: string;
    name: string;
    sha256: string;
    fields: ReadonlyMap<string, string>;
    sentences: Sentences;
  }) => Promise<Result>,
): Promise<Result> {
  return withTemporaryFile(services, async (path) => {
    const { name, fields, kept } = await receiveForm(request, (stream) => receiveSheet(path, stream));
    return work({ path, name, sha256: kept, fields, sentences: sentencesFor(services, request) });
  });
}

function truthOf(text: string | undefined): boolean {
  if (text === undefined || text === '' || text === 'false') return false;
  if (text === 'true') return true;
  throw problem('invalid_input', { fields: [{ path: 'dryRun', code: 'invalid_value', message: 'true or false' }] });
}

function idOf(input: unknown): string {
  return (input as { id: string }).id;
}

/** The five routes of imports of one kind: look into a file, start, progress, list, rejected rows. */
export function importRoutes(kind: ImportKind, operations: ImportOperations): Route[] {
  return [
    handlePrepared(
      operations.peek,
      (context) =>
        withForm(context, async ({ path, name, sha256, sentences }) => ({
          view: await peekView(kind, path, name, sentences),
          fingerprint: sha256,
        })),
      async ({ prepared }) => prepared.view,
    ),
    handlePrepared(
      operations.start,
      (context) =>
        withForm(context, ({ path, name, fields, sentences }) => {
          const dryRun = truthOf(fields.get('dryRun'));
          return prepareImport(
            context.services,
            kind,
            { orgId: context.actor.orgId, path, name, mapping: fields.get('mapping'), dryRun },
            sentences,
          );
        }),
      async ({ actor, tx, prepared }) => queueImport(tx, actor, kind, prepared),
    ),
    handleRead(operations.get, async ({ actor, read, input }) => {
      const row = await read.maybe(ownImports(actor, kind.kind, idOf(input)));
      if (!row) throw problem('not_found');
      return presentImport(row);
    }),
    handleRead(operations.list, async ({ actor, read }) => ({
      items: (await read.many(ownImports(actor, kind.kind))).map(presentImport),
    })),
    handleFile(operations.errors, async ({ actor, read, input, reply, services }) => {
      const row = await read.maybe(ownImports(actor, kind.kind, idOf(input)));
      if (!row || row.rejected === 0) throw problem('not_found');
      const file = errorFileOf(row, read, sentencesFor(services, reply.request));
      reply
        .header('content-type', file.contentType)
        .header('content-disposition', contentDisposition(file.name))
        .header('content-security-policy', 'sandbox')
        .header('cache-control', 'no-store');
      return file.stream;
    }),
  ];
}
