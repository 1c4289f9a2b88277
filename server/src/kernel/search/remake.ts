import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { Registry } from '../house/module.ts';
import type { Services } from '../house/services.ts';
import { remakeFiles } from './remake-files.ts';
import { remakeRecords } from './remake-records.ts';
import { TOKEN_VERSION } from './rules/tokens.ts';
import { remakesTable } from './tables.ts';

const FROM_THE_FIRST = '00000000-0000-0000-0000-000000000000';

/** Rows made anew in one transaction. */
const BATCH = 200;

/** Something that is derived from rows of an organisation, in the order of their ids. */
interface Derived {
  readonly what: 'records' | 'files';
  /** Grows with every rule it is derived by. */
  readonly version: number;
  /** Makes one batch anew; the ids it went through. */
  readonly remake: (tx: Tx, after: string, count: number) => Promise<readonly string[]>;
}

function derivedOf(registry: Registry): Derived[] {
  // Versions only grow, so that their sum grows with each of them.
  const identities = [...registry.kinds.values()].reduce((sum, { identity }) => sum + (identity?.version ?? 0), 0);
  return [
    {
      what: 'records',
      version: TOKEN_VERSION + identities,
      remake: (tx, after, count) => remakeRecords(tx, registry, after, count),
    },
    { what: 'files', version: TOKEN_VERSION, remake: remakeFiles },
  ];
}

const doneQuery = (orgId: string) => sql<{ what: string; madeVersion: number }>`
  select what, made_version from seen.remakes where org_id = ${orgId}::uuid and ended_at is not null`;

async function dueOf({ database, registry }: Services, orgId: string): Promise<Derived | undefined> {
  const done = await database.readRows(orgId, doneQuery(orgId));
  return derivedOf(registry).find(
    ({ what, version }) => !done.some((row) => row.what === what && row.madeVersion >= version),
  );
}

/** Makes the next rows and notes how far it came; of two processes at once each does its own. */
async function remakeNext(tx: Tx, { what, version, remake }: Derived): Promise<number> {
  await tx.run({
    name: 'hold_remake',
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`${tx.orgId} remake ${what}`],
  });
  const known = await tx.lock(remakesTable, { what });
  const under = known?.madeVersion === version;
  if (known && under && known.endedAt) return 0;
  const ids = await remake(tx, (under && known.afterId) || FROM_THE_FIRST, BATCH);
  const came = {
    madeVersion: version,
    afterId: ids.at(-1) ?? known?.afterId ?? null,
    endedAt: ids.length < BATCH ? tx.time.now() : null,
  };
  if (known) await tx.update(remakesTable, known, came);
  else await tx.insert(remakesTable, [{ what, ...came }]);
  return ids.length;
}

/**
 * Makes one batch of what an organisation's records and files are found by anew, where the rules have changed since:
 * search words, match keys, contact points. Each batch is committed with how far it came, so that it may end and go on
 * at any time. Tells how many rows it went through and whether more is waiting.
 */
export async function remakeBatch(services: Services, orgId: string): Promise<{ made: number; more: boolean }> {
  const due = await dueOf(services, orgId);
  if (!due) return { made: 0, more: false };
  const origin = { orgId, actorId: null, operation: 'search.remake', requestId: 'search.remake' };
  return { made: await services.database.write(origin, (tx) => remakeNext(tx, due)), more: true };
}

/** Does all that is due in an organisation; returns how many records and files it went through. */
export async function remakeAll(services: Services, orgId: string): Promise<number> {
  let made = 0;
  while (!services.lifecycle.draining) {
    const batch = await remakeBatch(services, orgId);
    made += batch.made;
    if (!batch.more) break;
  }
  return made;
}
