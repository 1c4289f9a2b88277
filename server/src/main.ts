import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import pino from 'pino';
import { house } from './house.ts';
import { type Config, ConfigRefused, readConfig } from './kernel/config/config.ts';
import { DatabaseRefused, type Login, loginsFrom, migrate, ownerFromUrl } from './kernel/db/index.ts';
import { type EmbeddedPostgres, startEmbedded } from './kernel/db/embedded/start-embedded.ts';
import { StartRefusal } from './kernel/db/embedded/start-refusal.ts';
import { openSetUpDoor } from './kernel/auth/set-up-door.ts';
import { openHouse } from './kernel/house/open-house.ts';
import { writeOpenApi } from './kernel/http/write-openapi.ts';
import { installJobs } from './kernel/jobs/index.ts';
import { systemTime } from './kernel/time/time.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const say = (line: string) => process.stdout.write(`${line}\n`);
const warn = (line: string) => process.stderr.write(`${line}\n`);

/** Reaches the database: the operator's own, or the one that comes along. */
async function reachDatabase(config: Config, tell = say): Promise<{ owner: Login; embedded?: EmbeddedPostgres }> {
  if (config.databaseUrl) return { owner: ownerFromUrl(config.databaseUrl) };
  const embedded = await startEmbedded({
    directory: join(config.dataDirectory, 'postgres'),
    say: (line) => tell(`  ${line}`),
  });
  return { owner: embedded.owner, embedded };
}

async function serve(config: Config): Promise<void> {
  const { owner, embedded } = await reachDatabase(config);
  try {
    const logins = loginsFrom(owner);
    const applied = await migrate(logins, installJobs);
    if (applied.length > 0) say(`  database schema: ${applied.length} migrations applied`);
    const web = join(root, 'web/dist');
    const log = pino({ level: config.logLevel, redact: ['req.headers.authorization', 'req.headers.cookie'] });
    const open = await openHouse({
      config,
      logins,
      time: systemTime(),
      modules: house,
      log,
      ...(existsSync(web) ? { webDirectory: web } : {}),
    });
    const stopJobs = open.startJobs();
    await open.app.listen({ host: config.host, port: config.port });
    say(`Dealtrail  ${config.publicUrl}`);
    const token = await openSetUpDoor(open.services.database);
    if (token) say(`Set up     ${config.publicUrl}/setup#${token}`);
    await untilAskedToStop();
    say('Stopping …');
    // Long work in the background ends at its next pause.
    open.services.lifecycle.draining = true;
    await stopJobs();
    await open.close();
  } finally {
    await embedded?.stop();
  }
}

/** Resolves at the first SIGINT or SIGTERM; a second one changes nothing, work in flight still ends. */
function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => resolve());
  });
}

function explain(error: unknown, config: Config | undefined): string | undefined {
  if (error instanceof ConfigRefused || error instanceof DatabaseRefused || error instanceof StartRefusal)
    return error.message;
  const code = (error as { code?: string }).code;
  if (code === 'EADDRINUSE')
    return `Port ${config?.port} on ${config?.host} is taken. Stop the other program or start with another port: PORT=3001 npm start`;
  if (code === 'EACCES' && config)
    return `Port ${config.port} may not be opened by this user. Choose one above 1024: PORT=3000 npm start`;
  return undefined;
}

async function main(): Promise<void> {
  const [command = 'all', ...rest] = process.argv.slice(2);
  let config: Config | undefined;
  try {
    config = readConfig(process.env, root);
    if (command === 'all') await serve(config);
    else if (command === 'openapi')
      process.exitCode = await writeOpenApi(house, join(root, 'docs/openapi.json'), rest.includes('--check'));
    else if (command === 'migrate') {
      const { owner, embedded } = await reachDatabase(config);
      try {
        say(JSON.stringify({ applied: await migrate(loginsFrom(owner), installJobs) }));
      } finally {
        await embedded?.stop();
      }
    } else if (command === 'admin') {
      const { runAdmin } = await import('./admin/admin.ts');
      // Standard output carries the command's JSON alone.
      process.exitCode = await runAdmin(config, rest, (asked) => reachDatabase(asked, warn));
    } else {
      say(`Unknown process "${command}". There are: all, migrate, admin, openapi.`);
      process.exitCode = 2;
    }
  } catch (error) {
    const sentence = explain(error, config);
    if (!sentence) throw error;
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  }
}

await main();
