import { readdir, readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { foundCompany } from '../e2e/company/found-company.ts';
import { startFresh } from '../e2e/product/one-for-all.ts';
import { PASSWORD } from '../e2e/company/colleague.ts';
import { residentMiB } from './memory.ts';

const { values } = parseArgs({
  options: {
    people: { type: 'string', default: '25' },
    each: { type: 'string', default: '8' },
    changes: { type: 'string', default: '40' },
  },
});
const TICKS_A_SECOND = 100;
const QUIET_MS = 20_000;

/** The process that serves a data directory. */
async function serving(directory: string): Promise<number> {
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    const surroundings = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '');
    if (command.includes('server/src/main.ts') && surroundings.includes(`DEALTRAIL_DATA=${directory}\0`))
      return Number(name);
  }
  throw new Error('the product is not running');
}

/** Seconds of CPU a process has used. */
async function cpuOf(pid: number): Promise<number> {
  const fields = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** Share of one core a process uses while nothing happens, in percent. */
async function idleShare(pid: number): Promise<number> {
  const before = await cpuOf(pid);
  await pause(QUIET_MS);
  return Number(((((await cpuOf(pid)) - before) / (QUIET_MS / 1_000)) * 100).toFixed(2));
}

/** Signs in and gives the cookie. */
async function cookieOf(address: string, email: string): Promise<string> {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ identifier: email, password: PASSWORD }),
  });
  return answer.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
}

const heard = new Map<string, number[]>();

/** Opens one stream and notes when each record was told. */
function follow(address: string, cookie: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(
      `${address}/api/v1/stream?topics=customer`,
      { headers: { cookie }, agent: false },
      (answer) => {
        answer.setEncoding('utf8');
        answer.on('data', (text: string) => {
          for (const [, id = ''] of text.matchAll(/"id":"([^"]+)"/g))
            heard.set(id, [...(heard.get(id) ?? []), performance.now()]);
        });
        resolve(answer.statusCode ?? 0);
      },
    );
    asked.on('error', reject);
    asked.end();
  });
}

const { product, end } = await startFresh();
const names = Array.from({ length: Number(values.people) }, (_, i) => `p${i}`);
const company = await foundCompany(
  product,
  '澄云智能装备',
  Object.fromEntries(names.map((name) => [name, { name, role: 'finance', department: '财务部' }])),
);
const pid = await serving(product.directory);
await pause(5_000);
const alone = { cpuPercent: await idleShare(pid), rssMiB: await residentMiB(pid) };
let open = 0;
for (const name of names) {
  const cookie = await cookieOf(product.address, (company as Record<string, { email: string }>)[name]?.email ?? '');
  for (let i = 0; i < Number(values.each); i += 1) if ((await follow(product.address, cookie)) === 200) open += 1;
}
await pause(2_000);
const listening = { cpuPercent: await idleShare(pid), rssMiB: await residentMiB(pid) };
const delays: number[] = [];
for (let i = 0; i < Number(values.changes); i += 1) {
  const { id } = await company.administrator.call<{ id: string }>('POST', '/customers', { name: `常州远拓传动${i}厂` });
  const done = performance.now();
  await pause(300);
  delays.push(...(heard.get(id) ?? []).map((at) => at - done));
}
delays.sort((a, b) => a - b);
console.log(
  JSON.stringify({
    bench: 'streams',
    streams: open,
    told: delays.length,
    ofPossible: open * Number(values.changes),
    commitToListenerMs: {
      median: Math.round(delays[Math.floor(delays.length / 2)] ?? -1),
      p99: Math.round(delays[Math.floor(delays.length * 0.99)] ?? -1),
    },
    idleWithout: alone,
    idleWith: listening,
  }),
);
await end();
process.exit(0);
