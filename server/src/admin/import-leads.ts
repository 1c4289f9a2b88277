import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { may } from '../kernel/access/index.ts';
import type { RowOf } from '../kernel/db/index.ts';
import type { Services } from '../kernel/house/services.ts';
import { type ImportKind, prepareImport, queueImport, runDueImport } from '../kernel/imports/index.ts';
import { type Command, CommandRefused, type Console, offered } from './command.ts';
import { actorOf } from './find-account.ts';
import { emailFrom } from './read-facts.ts';

const LOOK_AGAIN_MS = 500;

function leadKind({ registry }: Services): ImportKind {
  const kind = registry.importKinds.get('lead');
  if (!kind) throw new Error('no chapter takes leads in');
  return kind;
}

/** A mapping as it was given: JSON, or @file with JSON in it. */
async function mappingFrom(text: string | undefined): Promise<string | undefined> {
  if (!text?.startsWith('@')) return text;
  return readFile(text.slice(1), 'utf8').catch(() => {
    throw new CommandRefused(`The mapping ${text.slice(1)} cannot be read.`);
  });
}

async function refuseMissing(path: string): Promise<void> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new CommandRefused(`There is no file ${path}.`);
}

type Import = RowOf<'imports'>;

/** Works on the import until it has ended, together with a server that may run beside. */
async function untilEnded(services: Services, orgId: string, id: string, { err }: Console): Promise<Import> {
  let told = -1;
  for (;;) {
    const worked = await runDueImport(services, orgId);
    const [row] = await services.database.readRows<Import>(orgId, {
      text: 'select * from seen.imports where org_id = $1 and id = $2',
      values: [orgId, id],
    });
    if (!row) throw new Error('the import is gone');
    const done = row.created + row.merged + row.duplicates + row.rejected;
    if (done !== told) err(`${done} of ${row.rows} rows`);
    told = done;
    if (row.finishedAt !== null || row.state === 'paused') return row;
    if (!worked) await pause(LOOK_AGAIN_MS);
  }
}

/** Imports a CSV or XLSX file of leads as a member and prints the account of its rows. */
export const importLeads: Command = {
  usage: 'import-leads FILE --email ADDRESS [--mapping JSON|@FILE] [--dry-run]',
  options: { email: { type: 'string' }, mapping: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  positionals: ['FILE'],
  async run({ services, given, console }) {
    const path = given.positionals[0] ?? '';
    const email = emailFrom(given);
    const kind = leadKind(services);
    const mapping = await mappingFrom(offered(given, 'mapping'));
    await refuseMissing(path);
    const actor = await actorOf(services, email);
    if (!may(actor, kind.permission))
      throw new CommandRefused(
        `The member with the address ${email} may not import: the permission ${kind.permission} is missing.`,
      );
    const wishes = { mapping, dryRun: given.values['dry-run'] === true, known: 'fill_blanks', choices: {} } as const;
    const file = { orgId: actor.orgId, path, name: basename(path), ...wishes };
    const prepared = await prepareImport(services, kind, file, services.registry.messages.en);
    const origin = { orgId: actor.orgId, actorId: actor.memberId, operation: 'admin.importLeads', requestId: 'admin' };
    const { id } = await services.database.write(origin, (tx) => queueImport(tx, actor, kind, prepared));
    const row = await untilEnded(services, actor.orgId, id, console);
    const { state, rows, created, merged, duplicates, rejected, dryRun, problem } = row;
    return {
      result: { id, state, dryRun, rows, created, merged, duplicates, rejected, problem, mapping: row.mapping },
      failed: state !== 'done',
    };
  },
};
