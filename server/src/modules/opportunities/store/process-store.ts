import { sql } from 'kysely';
import type { Tx } from '../../../kernel/db/index.ts';
import { standardProcess } from '../rules/default-process.ts';
import type { SalesProcess } from '../rules/sales-process.ts';
import { processesTable } from '../tables.ts';

/** Query for the version of a process an opportunity runs on. */
function processQuery(orgId: string, key: string, version: number) {
  return sql<{ definition: SalesProcess }>`
    select definition from seen.processes where org_id = ${orgId}::uuid and key = ${key} and version = ${version}`;
}

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

/** The version of the process a running opportunity keeps. */
export async function processOf(
  tx: Tx,
  opportunity: { processKey: string; processVersion: number },
): Promise<SalesProcess> {
  return (await tx.one(processQuery(tx.orgId, opportunity.processKey, opportunity.processVersion))).definition;
}
