import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import { standardProcess } from '../rules/default-process.ts';
import type { SalesProcess } from '../rules/sales-process.ts';
import { processesTable } from '../tables.ts';

/** Query for the process new opportunities run on: the newest version, or the one that ships. */
export function currentProcessQuery(orgId: string) {
  return sql<{ definition: SalesProcess }>`
    select definition from seen.processes where org_id = ${orgId}::uuid and key = ${standardProcess.key} order by version desc limit 1`;
}

/** The process new opportunities run on; the shipped one becomes the organisation's own row at its first use. */
export async function currentProcess(tx: Tx): Promise<SalesProcess> {
  const kept = await tx.maybe(currentProcessQuery(tx.orgId));
  if (kept) return kept.definition;
  await tx.run({
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`${tx.orgId} process`],
    name: 'hold_process',
  });
  const meanwhile = await tx.maybe(currentProcessQuery(tx.orgId));
  if (meanwhile) return meanwhile.definition;
  await tx.insert(processesTable, [
    {
      key: standardProcess.key,
      version: standardProcess.version,
      definition: standardProcess,
      createdAt: tx.time.now(),
    },
  ]);
  return standardProcess;
}

/** Which version of a process an opportunity runs on. */
interface RunsOn {
  readonly processKey: string;
  readonly processVersion: number;
}

/** The versions of the processes these running opportunities keep, by opportunity. */
export async function processesOf(tx: Tx, opportunities: readonly RunsOn[]): Promise<(one: RunsOn) => SalesProcess> {
  const nameOf = ({ processKey, processVersion }: RunsOn): string => `${processKey} ${processVersion}`;
  const distinct = [...new Map(opportunities.map((one) => [nameOf(one), one])).values()];
  const rows = await tx.many(sql<RunsOn & { definition: SalesProcess }>`
    select p.key as process_key, p.version as process_version, p.definition from seen.processes p
    where p.org_id = ${tx.orgId}::uuid and (p.key, p.version) in (
      select * from unnest(${distinct.map(({ processKey }) => processKey)}::text[],
        ${distinct.map(({ processVersion }) => processVersion)}::int[]))`);
  const found = new Map(rows.map((row) => [nameOf(row), row.definition]));
  return (one) => {
    const process = found.get(nameOf(one));
    if (!process) throw new Error('an opportunity without its process');
    return process;
  };
}

/** The version of the process a running opportunity keeps. */
export async function processOf(tx: Tx, opportunity: RunsOn): Promise<SalesProcess> {
  return (await processesOf(tx, [opportunity]))(opportunity);
}
