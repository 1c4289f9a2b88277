import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import pino from 'pino';
import { freePort, ProductProcess } from '../e2e/product/product-process.ts';
import { house } from '../server/src/house.ts';
import { readConfig } from '../server/src/kernel/config/config.ts';
import { startEmbedded } from '../server/src/kernel/db/embedded/start-embedded.ts';
import { loginsFrom } from '../server/src/kernel/db/index.ts';
import { openHouse } from '../server/src/kernel/house/open-house.ts';
import { systemTime } from '../server/src/kernel/time/time.ts';
import { companyOf, growTo, phoneOf } from '../server/src/modules/leads/testing/grow-leads.ts';
import { prepareBench } from './lists/prepare.ts';

const { values } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,100000,1000000' },
    tries: { type: 'string', default: '200' },
  },
});
const sizes = values.sizes.split(',').map(Number);
const tries = Number(values.tries);

const directory = mkdtempSync(join(tmpdir(), 'dealtrail-bench-'));
const embedded = await startEmbedded({ directory: join(directory, 'postgres') });
const logins = loginsFrom(embedded.owner);
const { place, apiKey } = await prepareBench(logins, directory, []);
const product = new ProductProcess(directory, await freePort(), { REQUESTS_PER_MINUTE: '60000000' });
product.start();
await product.ready();

const headers = { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' };
const listQuery = new URLSearchParams({
  filter: JSON.stringify({ field: 'industry', op: 'eq', value: '制造业' }),
  sort: '-createdAt',
  limit: '50',
});

interface Sample {
  readonly p50: number;
  readonly p99: number;
}

function percentile(sorted: readonly number[], share: number): number {
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}

/** Asks one after another, so that growth and not the queue is measured; milliseconds. */
async function sample(ask: (n: number) => Promise<Response>): Promise<Sample> {
  const times: number[] = [];
  for (let n = 0; n < tries; n += 1) {
    const began = performance.now();
    const answer = await ask(n);
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
    // The first ones make plans and caches.
    if (n >= tries / 10) times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

const get = (path: string) => fetch(`${product.address}/api/v1${path}`, { headers });
const post = (path: string, body: unknown) =>
  fetch(`${product.address}/api/v1${path}`, { method: 'POST', headers, body: JSON.stringify(body) });

async function idsOf(rows: number): Promise<string[]> {
  const client = new pg.Client(embedded.owner);
  await client.connect();
  const found = await client.query('select id from app.leads tablesample system ($1) where org_id = $2 limit 500', [
    Math.min(100, (50_000 / rows) * 100),
    place.orgId,
  ]);
  await client.end();
  return found.rows.map((row: { id: string }) => row.id);
}

async function measureAt(rows: number): Promise<Record<string, Sample>> {
  const ids = await idsOf(rows);
  const at = (n: number) => (n * 104_729) % rows;
  return {
    list: await sample(() => get(`/leads?${listQuery}`)),
    detail: await sample((n) => get(`/leads/${ids[n % ids.length]}`)),
    searchName: await sample((n) => get(`/search?q=${encodeURIComponent(companyOf(at(n)).slice(2, 6))}`)),
    searchPhone: await sample((n) => get(`/search?q=${phoneOf(at(n)).slice(-4)}`)),
    duplicateFound: await sample((n) =>
      post('/leads/duplicates', { companyName: companyOf(at(n)), phone: phoneOf(at(n)) }),
    ),
    duplicateNone: await sample((n) =>
      post('/leads/duplicates', {
        companyName: `乌鲁木齐沙枣树${n}号电梯维保服务部`,
        phone: `199${String(n).padStart(8, '0')}`,
      }),
    ),
  };
}

const config = readConfig({ DEALTRAIL_DATA: directory, PORT: '0' }, directory);
const filling = await openHouse({ config, logins, time: systemTime(), modules: house, log: pino({ level: 'silent' }) });
const measured: Record<string, Record<string, Sample>> = {};
const grownSeconds: Record<string, number> = {};
let rows = 0;
for (const size of sizes) {
  const began = performance.now();
  await growTo(filling.services, place, rows, size);
  grownSeconds[size] = Math.round((performance.now() - began) / 1000);
  rows = size;
  const client = new pg.Client(embedded.owner);
  await client.connect();
  await client.query('vacuum (analyze)');
  await client.end();
  measured[size] = await measureAt(size);
}
await filling.close();
await product.stop();
await embedded.stop();
rmSync(directory, { recursive: true, force: true });

const [smallest, largest] = [measured[sizes[0] ?? 0], measured[sizes.at(-1) ?? 0]];
const growth = Object.fromEntries(
  Object.entries(largest ?? {}).map(([work, { p50 }]) => [
    work,
    Math.round((p50 / Math.max(0.1, smallest?.[work]?.p50 ?? 0)) * 100) / 100,
  ]),
);
console.log(JSON.stringify({ bench: 'growth', sizes, grownSeconds, growth, aim: 1.5, milliseconds: measured }));
