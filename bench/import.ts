import { readdir, readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { admin } from '../e2e/product/admin-command.ts';
import { startFresh } from '../e2e/product/one-for-all.ts';
import { csvText, xlsxStream } from '../server/src/kernel/sheets/index.ts';
import { copyRows } from './import/copy-rows.ts';
import { headings, rowAt } from './import/rows.ts';

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' } } });
const rows = Number(values.rows);
const PASSWORD = 'a long bench password';

async function* sheet(campaign: string, offset: number): AsyncGenerator<string[]> {
  yield headings;
  for (let i = 0; i < rows; i += 1) yield rowAt(i + offset, campaign);
}

async function bytesOf(pieces: AsyncIterable<Buffer | string>): Promise<Blob> {
  const parts: Buffer[] = [];
  for await (const piece of Readable.from(pieces)) parts.push(Buffer.from(piece as Buffer));
  return new Blob([Buffer.concat(parts)]);
}

/** The process that serves the bench's data directory. */
async function serving(directory: string): Promise<string> {
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const command = await readFile(`/proc/${name}/cmdline`, 'utf8').catch(() => '');
    const surroundings = await readFile(`/proc/${name}/environ`, 'utf8').catch(() => '');
    if (command.includes('server/src/main.ts') && surroundings.includes(`DEALTRAIL_DATA=${directory}\0`)) return name;
  }
  throw new Error('the product is not running');
}

async function residentKiB(pid: string): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
}

/** Resident memory in MiB of the server and of the parser boxes it starts; its database apart. */
async function residentMiB(server: string): Promise<number> {
  const children = (await readFile(`/proc/${server}/task/${server}/children`, 'utf8')).trim().split(' ');
  let total = await residentKiB(server);
  for (const pid of children.filter(Boolean)) {
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (command.includes('box-child')) total += await residentKiB(pid);
  }
  return Math.round(total / 1024);
}

const TICKS_A_SECOND = 100;

/** Seconds of CPU the server has used, its database and boxes apart. */
async function cpuSeconds(server: string): Promise<number> {
  const fields = (await readFile(`/proc/${server}/stat`, 'utf8')).replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** Waits until the server does nothing any more: what an import told is still being delivered when it is done. */
async function untilQuiet(server: string): Promise<void> {
  for (let busy = 1; busy > 0.1; ) {
    const before = await cpuSeconds(server);
    await pause(2_000);
    busy = ((await cpuSeconds(server)) - before) / 2;
  }
}

const { product, end } = await startFresh();
const server = await serving(product.directory);
await admin(
  product.directory,
  ['create-organization', '--name', 'Bench', '--email', 'b@bench.test', '--password-stdin'],
  PASSWORD,
);
const { key } = (await admin(product.directory, ['create-api-key', '--email', 'b@bench.test', '--name', 'bench'])) as {
  key: string;
};

async function call<Result>(method: string, path: string, body?: object): Promise<Result> {
  const isForm = body instanceof FormData;
  const answer = await fetch(`${product.address}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, ...(body && !isForm ? { 'content-type': 'application/json' } : {}) },
    ...(body ? { body: isForm ? body : JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Result;
}

/** What one job took. */
interface Taken {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakOverIdleMiB: number;
  readonly job: Job;
}

interface Job {
  readonly id: string;
  readonly state: string;
  readonly finishedAt: string | null;
  readonly created?: number;
  readonly bytes?: number;
}

/** Follows a job to its end; the peak of memory is that of the product over its idle one. */
async function follow(path: string, idle: number): Promise<Taken> {
  const began = performance.now();
  const used = await cpuSeconds(server);
  let peak = idle;
  for (;;) {
    peak = Math.max(peak, await residentMiB(server));
    const job = await call<Job>('GET', path);
    if (job.finishedAt !== null)
      return {
        seconds: (performance.now() - began) / 1000,
        cpuSeconds: (await cpuSeconds(server)) - used,
        peakOverIdleMiB: peak - idle,
        job,
      };
    await pause(250);
  }
}

const perSecond = (seconds: number): number => Math.round(rows / seconds);

async function measureImport(name: string, file: Blob): Promise<object> {
  await untilQuiet(server);
  const idle = await residentMiB(server);
  const form = new FormData();
  form.set('file', file, name);
  const received = performance.now();
  const { id } = await call<{ id: string }>('POST', '/leads/imports', form);
  const receivedSeconds = (performance.now() - received) / 1000;
  const { seconds, cpuSeconds: cpu, peakOverIdleMiB, job } = await follow(`/imports/${id}`, idle);
  if (job.created !== rows) throw new Error(`${name}: ${JSON.stringify(job)}`);
  return {
    megabytes: Math.round(file.size / 1e5) / 10,
    receivedSeconds: Math.round(receivedSeconds * 10) / 10,
    rowsPerSecond: perSecond(seconds),
    rowsPerCpuSecond: perSecond(cpu),
    peakOverIdleMiB,
  };
}

async function measureExport(format: 'xlsx' | 'csv'): Promise<object> {
  await untilQuiet(server);
  const idle = await residentMiB(server);
  const { columns } = await call<{ columns: { name: string; usual: boolean }[] }>('GET', '/export-options?kind=lead');
  const names = columns.filter(({ usual }) => usual).map(({ name }) => name);
  // The filter takes one of the two files, so that an export has as many rows as an import.
  const filter = JSON.stringify({ field: 'campaign', op: 'eq', value: 'csv' });
  const order = { kind: 'lead', format, columns: names, filter };
  const { id } = await call<Job>('POST', '/exports', order);
  const { seconds, cpuSeconds: cpu, peakOverIdleMiB, job } = await follow(`/exports/${id}`, idle);
  if (job.state !== 'done') throw new Error(`export: ${JSON.stringify(job)}`);
  return {
    rowsPerSecond: perSecond(seconds),
    rowsPerCpuSecond: perSecond(cpu),
    columns: names.length,
    megabytes: Math.round((job.bytes ?? 0) / 1e5) / 10,
    peakOverIdleMiB,
  };
}

const csv = await bytesOf(csvText(sheet('csv', 0)));
const xlsx = await bytesOf(xlsxStream({ sheets: [{ name: '线索', rows: sheet('xlsx', rows) }] }));
const imported = { csv: await measureImport('bench.csv', csv), xlsx: await measureImport('bench.xlsx', xlsx) };
await call('PUT', '/export-limits', { roleKey: 'administrator', rowsADay: 1_000_000 });
const exported = { xlsx: await measureExport('xlsx'), csv: await measureExport('csv') };
await product.stop();
const copied = await copyRows(product.directory, csv, rows);
await end();
console.log(
  JSON.stringify({
    bench: 'import',
    rows,
    import: imported,
    export: exported,
    copyRowsPerSecond: copied,
    aims: { importRowsPerSecond: 1_000, importOverIdleMiB: 400, exportRowsPerSecond: 8_000, exportOverIdleMiB: 200 },
  }),
);
