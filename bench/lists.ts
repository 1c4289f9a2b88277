import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import autocannon from 'autocannon';
import { freePort, ProductProcess } from '../e2e/product/product-process.ts';
import { startEmbedded } from '../server/src/kernel/db/embedded/start-embedded.ts';
import { loginsFrom } from '../server/src/kernel/db/index.ts';
import { fillLeads } from './lists/fill.ts';
import { prepareBench } from './lists/prepare.ts';
import { peakMiB } from './memory.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '1000000' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '16' },
  },
});
const rows = Number(values.rows);

const filters: Readonly<Record<string, unknown>> = {
  open: { field: 'state', op: 'in', value: ['assigned', 'contacted'] },
  highFromFair: {
    all: [
      { field: 'source', op: 'eq', value: 'exhibition' },
      { field: 'intent', op: 'eq', value: 'high' },
    ],
  },
  recentIndustry: {
    all: [
      { field: 'industry', op: 'eq', value: '制造业' },
      { field: 'createdAt', op: 'gte', value: '2026-02-01T00:00:00Z' },
    ],
  },
};
const sorts = ['-createdAt', '-updatedAt', '-priorityRank', 'intentRank'];

interface Measured {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly errors: number;
}

/** A second unmeasured first: whoever asks first reads the pages of an index for those who ask after. */
async function measure(url: string, headers: Record<string, string> = {}): Promise<Measured> {
  const asked = { url, connections: Number(values.connections), headers };
  await autocannon({ ...asked, duration: 1 });
  const result = await autocannon({ ...asked, duration: Number(values.seconds) });
  return {
    perSecond: Math.round(result.requests.average),
    p50: result.latency.p50,
    p99: result.latency.p99,
    errors: result.errors + result.non2xx,
  };
}

const directory = mkdtempSync(join(tmpdir(), 'dealtrail-bench-'));
const embedded = await startEmbedded({ directory: join(directory, 'postgres') });
const logins = loginsFrom(embedded.owner);
const cases = sorts.flatMap((sort) =>
  Object.entries(filters).map(([name, filter]) => ({ name: `${name} ${sort}`, filter: JSON.stringify(filter), sort })),
);
const prepared = await prepareBench(logins, directory, cases);
const began = performance.now();
await fillLeads(embedded.owner, prepared.place, rows);
const filledSeconds = Math.round((performance.now() - began) / 1000);

const product = new ProductProcess(directory, await freePort(), { REQUESTS_PER_MINUTE: '60000000' });
product.start();
await product.ready();
const bare = fork(new URL('./lists/limit-server.ts', import.meta.url));
const address = await new Promise<string>((resolve) => {
  bare.once('message', (message: { address: string }) => resolve(message.address));
  bare.send({ logins, orgId: prepared.place.orgId, cases: prepared.statements });
});

const headers = { authorization: `Bearer ${prepared.apiKey}` };
const hello = await measure(`${address}/hello`);
const measured: Record<string, unknown> = {};
let worstOfLimit = Number.POSITIVE_INFINITY;
for (const { name, filter, sort } of cases) {
  const query = new URLSearchParams({ filter, sort, limit: '50' });
  const ours = await measure(`${product.address}/api/v1/leads?${query}`, headers);
  const counted = await measure(
    `${product.address}/api/v1/leads?${new URLSearchParams({ filter, limit: '0', total: 'capped' })}`,
    headers,
  );
  const limit = await measure(`${address}/limit/${encodeURIComponent(name)}`);
  const ofLimit = ours.perSecond / Math.max(1, limit.perSecond);
  worstOfLimit = Math.min(worstOfLimit, ofLimit);
  measured[name] = {
    ...ours,
    limitPerSecond: limit.perSecond,
    totalsPerSecond: counted.perSecond,
    ofLimit: Math.round(ofLimit * 100) / 100,
    perMilleOfHello: Math.round((ours.perSecond / hello.perSecond) * 10_000) / 10,
  };
}
const memoryPeakMiB = await peakMiB(product.pid);
bare.kill();
await product.stop();
await embedded.stop();
rmSync(directory, { recursive: true, force: true });
console.log(
  JSON.stringify({
    bench: 'lists',
    rows,
    filledSeconds,
    helloPerSecond: hello.perSecond,
    worstOfLimit: Math.round(worstOfLimit * 100) / 100,
    memoryPeakMiB,
    aims: { ofLimit: 0.8, perMilleOfHello: 25, memoryPeakMiB: 600 },
    cases: measured,
  }),
);
