import type { Operation } from '@dealtrail/protocol/kernel';
import type { Messages } from '../house/module.ts';
import type { Services } from '../house/services.ts';
import { handlePrepared, type PrepareContext, type Route } from '../http/handle.ts';
import { receiveForm } from '../http/receive-form.ts';
import { localeOf } from '../http/refusals.ts';
import { choicesOf, wishesOf } from './import-choices.ts';
import type { ImportKind } from './import-kind.ts';
import { peekView, prepareImport, queueImport, receiveSheet } from './start-import.ts';
import { withTemporaryFile } from './temporary-file.ts';

/** The verbs of a chapter for imports of its kind, as its protocol declares them; the others are the same for all kinds. */
export interface ImportOperations {
  readonly peek: Operation;
  readonly start: Operation;
}

type Sentences = Messages['zh'];

/** A form with its file in a place of its own. */
interface Received {
  readonly path: string;
  readonly name: string;
  readonly sha256: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly sentences: Sentences;
}

/** Receives the form into a file of its own that lasts as long as the work. */
async function withForm<Result>(
  { request, services }: { readonly request: PrepareContext<Operation>['request']; readonly services: Services },
  work: (form: Received) => Promise<Result>,
): Promise<Result> {
  return withTemporaryFile(services, async (path) => {
    const { name, fields, kept } = await receiveForm(request, (stream) => receiveSheet(path, stream));
    return work({ path, name, sha256: kept, fields, sentences: services.registry.messages[localeOf(request)] });
  });
}

/** The routes of imports of one kind: look into a file, start. */
export function importRoutes(kind: ImportKind, operations: ImportOperations): Route[] {
  return [
    handlePrepared(
      operations.peek,
      (context) =>
        withForm(context, async ({ path, name, sha256, fields, sentences }) => {
          const { services, actor } = context;
          const file = { orgId: actor.orgId, path, name, choices: choicesOf(fields) };
          return { view: await peekView(services, kind, file, sentences), fingerprint: sha256 };
        }),
      async ({ prepared }) => prepared.view,
    ),
    handlePrepared(
      operations.start,
      (context) =>
        withForm(context, ({ path, name, fields, sentences }) => {
          const file = { orgId: context.actor.orgId, path, name, ...wishesOf(kind, fields) };
          return prepareImport(context.services, kind, file, sentences);
        }),
      async ({ actor, tx, prepared }) => queueImport(tx, actor, kind, prepared),
    ),
  ];
}
