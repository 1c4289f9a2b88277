import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { startEmbedded } from '../server/src/kernel/db/embedded/start-embedded.ts';
import { resolveUnknown, runClient, seeded } from './kill/clients.ts';
import { invariants } from './kill/invariants.ts';
import { Ledger } from './kill/ledger.ts';
import { prepareOrganization } from './kill/prepare.ts';
import { freePort, ProductProcess } from '../e2e/product/product-process.ts';

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    seed: { type: 'string' },
    clients: { type: 'string', default: '8' },
  },
});
const rounds = Number(values.rounds);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
const random = seeded(seed);

/** Waits until jobs have nothing left to do: imports finished, events relayed. */
async function settle(client: pg.Client, limitMs = 120_000): Promise<void> {
  const began = performance.now();
  while (performance.now() - began < limitMs) {
    const { rows } =
      await client.query(`select (select count(*) from app.imports where state in ('queued', 'running'))::int
      + (select count(*) from app.events where relayed_at is null)::int as waiting`);
    if (rows[0].waiting === 0) return;
    await pause(300);
  }
}

async function check(client: pg.Client, ledger: Ledger) {
  const stored = new Set(
    (await client.query('select external_id from app.leads where external_id is not null')).rows.map(
      (row) => row.external_id as string,
    ),
  );
  const opportunities = new Set(
    (await client.query('select lead_id from app.opportunities where lead_id is not null')).rows.map(
      (row) => row.lead_id as string,
    ),
  );
  const fileRows = ledger
    .of('import')
    .filter(({ outcome }) => outcome.state === 'acknowledged')
    .flatMap(({ intent }) =>
      String(intent.body)
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[1] ?? ''),
    );
  const acknowledged = (kind: 'lead' | 'convert') =>
    ledger.of(kind).filter(({ outcome }) => outcome.state === 'acknowledged');
  const lost =
    [
      ...acknowledged('lead').filter(({ intent }) => !stored.has(intent.about)),
      ...acknowledged('convert').filter(({ intent }) => !opportunities.has(intent.about)),
    ].length + fileRows.filter((row) => !stored.has(row)).length;
  const meant = new Set([
    ...ledger.of('lead').map(({ intent }) => intent.about),
    ...ledger.of('import').flatMap(({ intent }) =>
      String(intent.body)
        .trim()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')[1] ?? ''),
    ),
  ]);
  const phantoms = [...stored].filter((row) => !meant.has(row)).length;
  const broken: Record<string, number> = {};
  for (const [name, query] of Object.entries(invariants)) {
    const { rowCount } = await client.query(query);
    if (rowCount) broken[name] = rowCount;
  }
  const writes =
    acknowledged('lead').length +
    acknowledged('convert').length +
    ledger.of('import').filter(({ outcome }) => outcome.state === 'acknowledged').length;
  return { writes, importedRows: fileRows.length, lost, phantoms, broken };
}

async function main(): Promise<number> {
  const directory = mkdtempSync(join(tmpdir(), 'dealtrail-drill-'));
  const server = new ProductProcess(directory, await freePort(), { REQUESTS_PER_MINUTE: '60000000' });
  const ledger = new Ledger(join(directory, 'ledger.jsonl'));
  server.start();
  await server.ready();
  const apiKey = await prepareOrganization(directory);
  const stop = new AbortController();
  const converted = new Set<string>();
  const clients = Array.from({ length: Number(values.clients) }, (_, i) =>
    runClient(server, apiKey, ledger, `c${i}`, seed + i, converted, stop.signal),
  );
  const recoveries: number[] = [];
  let databaseKills = 0;
  for (let round = 0; round < rounds; round += 1) {
    await pause(300 + random() * 2_000);
    const database = random() < 0.4;
    if (database) server.killDatabase();
    else server.killServer();
    databaseKills += database ? 1 : 0;
    // The fault must have begun before its end is awaited.
    await pause(150);
    recoveries.push(await server.ready());
  }
  stop.abort();
  await Promise.all(clients);
  const repeated = await resolveUnknown(server, apiKey, ledger);
  const embedded = await startEmbedded({ directory: join(directory, 'postgres') });
  const client = new pg.Client({ ...embedded.owner });
  await client.connect();
  await settle(client);
  const result = await check(client, ledger);
  await client.end();
  await server.stop();
  await embedded.stop();
  const unresolved = [...ledger.entries.values()].filter(({ outcome }) => outcome.state === 'unknown').length;
  const refused = [...ledger.entries.values()].filter(({ outcome }) => outcome.state === 'refused').length;
  ledger.close();
  // The server outlives its database: it starts once, and once more for each time it was itself killed.
  const crashes = server.starts - 1 - (rounds - databaseKills);
  const failed = crashes + result.lost + result.phantoms + unresolved + Object.keys(result.broken).length;
  console.log(
    JSON.stringify({
      drill: 'kill',
      seed,
      rounds,
      databaseKills,
      crashes,
      intents: ledger.entries.size,
      ...result,
      refused,
      repeated,
      unresolved,
      slowestRecoveryMs: Math.round(Math.max(...recoveries)),
      passed: failed === 0,
    }),
  );
  if (failed === 0) rmSync(directory, { recursive: true, force: true });
  else process.stderr.write(`kept for inspection: ${directory}\n`);
  return failed === 0 ? 0 : 1;
}

process.exitCode = await main();
