import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import pg from 'pg';
import pino from 'pino';
import { house } from '../server/src/house.ts';
import { startClockOn } from '../server/src/kernel/clocks/index.ts';
import { sweepClocks } from '../server/src/kernel/clocks/sweep-clocks.ts';
import { readConfig } from '../server/src/kernel/config/config.ts';
import { startEmbedded } from '../server/src/kernel/db/embedded/start-embedded.ts';
import { loginsFrom } from '../server/src/kernel/db/index.ts';
import { openHouse } from '../server/src/kernel/house/open-house.ts';
import { systemTime } from '../server/src/kernel/time/time.ts';
import { growTo } from '../server/src/modules/leads/testing/grow-leads.ts';
import { prepareBench } from './lists/prepare.ts';

const { values } = parseArgs({
  options: { open: { type: 'string', default: '1000000' }, due: { type: 'string', default: '10000' } },
});
const open = Number(values.open);
const due = Number(values.due);
/** A writer that waits longer for a lock is told so by the database. */
const LOCK_MS = 100;
const WRITER_PAUSE_MS = 5;

const directory = mkdtempSync(join(tmpdir(), 'dealtrail-bench-'));
const embedded = await startEmbedded({ directory: join(directory, 'postgres') });
const logins = loginsFrom(embedded.owner);
const { place } = await prepareBench(logins, directory, []);
const config = readConfig({ DEALTRAIL_DATA: directory, PORT: '0' }, directory);
const standing = await openHouse({
  config,
  logins,
  time: systemTime(),
  modules: house,
  log: pino({ level: 'silent' }),
});
const { services } = standing;
const owner = new pg.Client(embedded.owner);
await owner.connect();

/** The columns of a table but those a copy gets anew. */
async function columnsOf(table: string, without: readonly string[]): Promise<string> {
  const { rows } = await owner.query(
    `select string_agg(quote_ident(column_name), ', ') as names from information_schema.columns
     where table_schema = 'app' and table_name = $1 and column_name <> all ($2) and is_generated = 'NEVER'`,
    [table, without],
  );
  return (rows[0] as { names: string }).names;
}

// One lead with its clock as the product makes them; the million are its copies.
await growTo(services, place, 0, 1);
const [made] = await services.database.readRows<{ id: string }>(place.orgId, {
  text: 'select id from seen.leads where org_id = $1',
  values: [place.orgId],
});
const recordId = made?.id ?? '';
await services.database.write(
  { orgId: place.orgId, actorId: null, operation: 'bench.clocks', requestId: 'bench' },
  (tx) =>
    startClockOn(tx, {
      policyKey: 'first_touch',
      variant: 'high',
      recordId,
      ownerId: place.memberIds[0] ?? null,
    }),
);
const heads = await columnsOf('records', ['id', 'number']);
const clocks = await columnsOf('clocks', [
  'id',
  'record_id',
  'owner_id',
  'started_at',
  'due_at',
  'warn_at',
  'next_step_at',
]);
const filled = performance.now();
await owner.query(
  'create temporary table copies as select gen_random_uuid() as id, n from generate_series(1, $1::int) n',
  [open],
);
await owner.query(
  `insert into app.records (id, number, ${heads})
   select c.id, 'BENCH' || c.n, ${heads.replace(/(^|, )/g, '$1r.')} from copies c cross join app.records r where r.id = $1`,
  [recordId],
);
// The due ones were due a minute ago; the others within the next hundred days, one after the other.
await owner.query(
  `insert into app.clocks (id, record_id, owner_id, started_at, due_at, warn_at, next_step_at, ${clocks})
   select gen_random_uuid(), c.id, ($2::uuid[])[1 + c.n % 20], k.started_at, m.at, m.at - interval '5 hours', m.at,
     ${clocks.replace(/(^|, )/g, '$1k.')}
   from copies c cross join app.clocks k
   cross join lateral (select case when c.n <= $3 then $4::timestamptz - interval '1 minute'
     else $4::timestamptz + interval '1 day' + c.n * interval '8.64 seconds' end as at) m
   where k.record_id = $1`,
  [recordId, place.memberIds, due, new Date()],
);
await owner.query('vacuum (analyze) app.clocks');
await owner.query('vacuum (analyze) app.records');
const filledSeconds = Math.round((performance.now() - filled) / 1_000);

let sweeping = true;
let writes = 0;
let waitedTooLong = 0;

/** Writes to clocks that are due and to clocks that are not, in turn, as people would meanwhile. */
async function keepWriting(): Promise<void> {
  const client = new pg.Client(embedded.owner);
  await client.connect();
  await client.query(`set lock_timeout = ${LOCK_MS}`);
  const { rows } = await client.query(
    `(select id from app.clocks where org_id = $1 order by next_step_at limit 1000)
     union all (select id from app.clocks where org_id = $1 order by next_step_at desc limit 1000)`,
    [place.orgId],
  );
  const ids = rows.map(({ id }: { id: string }) => id);
  while (sweeping) {
    const id = ids[(writes * 1_009) % ids.length];
    try {
      await client.query('update app.clocks set late_note = $3 where org_id = $1 and id = $2', [place.orgId, id, null]);
    } catch (error) {
      if ((error as { code?: string }).code !== '55P03') throw error;
      waitedTooLong += 1;
    }
    writes += 1;
    await pause(WRITER_PAUSE_MS);
  }
  await client.end();
}

const writing = keepWriting();
const began = performance.now();
const processor = process.cpuUsage();
let passes = 0;
while (await sweepClocks.run({ orgId: place.orgId, services })) passes += 1;
const seconds = (performance.now() - began) / 1_000;
const { user, system } = process.cpuUsage(processor);
sweeping = false;
await writing;
const { rows } = await owner.query(
  `select count(*)::int as told from app.events where org_id = $1 and type in ('clocks.warned', 'clocks.overdue', 'clocks.escalated')`,
  [place.orgId],
);
await owner.end();
await standing.close();
await embedded.stop();
rmSync(directory, { recursive: true, force: true });

console.log(
  JSON.stringify({
    bench: 'clocks',
    open,
    due,
    filledSeconds,
    sweepSeconds: Math.round(seconds * 100) / 100,
    aim: 5,
    passes,
    told: (rows[0] as { told: number }).told,
    processorSeconds: Math.round((user + system) / 10_000) / 100,
    writes,
    lockWaitsOver100ms: waitedTooLong,
  }),
);
