import { parseArgs } from 'node:util';
import { kernelEn } from '@dealtrail/protocol/kernel/messages';
import pino from 'pino';
import { house } from '../house.ts';
import type { Config } from '../kernel/config/config.ts';
import { type Login, loginsFrom, migrate } from '../kernel/db/index.ts';
import { openHouse } from '../kernel/house/open-house.ts';
import { ProblemError } from '../kernel/http/problem.ts';
import { installJobs } from '../kernel/jobs/index.ts';
import { systemTime } from '../kernel/time/time.ts';
import { createApiKey, createMember, createOrganization, endSecondStep } from './accounts.ts';
import { type Command, CommandRefused, type Console, type Given, type Outcome, UsageRefused } from './command.ts';
import { importLeads } from './import-leads.ts';
import { reindexAll, verifyHistory } from './upkeep.ts';

const commands: ReadonlyMap<string, Command> = new Map([
  ['create-organization', createOrganization],
  ['create-member', createMember],
  ['create-api-key', createApiKey],
  ['end-second-step', endSecondStep],
  ['import-leads', importLeads],
  ['reindex-search', reindexAll],
  ['verify-audit', verifyHistory],
]);

/** How a command reaches the database; an embedded one that a server already runs is used, not stopped. */
export type ReachDatabase = (config: Config) => Promise<{ owner: Login; embedded?: { stop(): Promise<void> } }>;

const terminal: Console = {
  input: process.stdin,
  out: (text) => void process.stdout.write(`${text}\n`),
  err: (text) => void process.stderr.write(`${text}\n`),
};

function understand(argv: readonly string[]): { command: Command; given: Given } {
  const [name = '', ...args] = argv;
  const command = commands.get(name);
  const usages = [...commands.values()].map(({ usage }) => `  ${usage}`).join('\n');
  if (!command)
    throw new UsageRefused(
      `${name === '' ? 'Which command?' : `There is no command "${name}".`} There are:\n${usages}`,
    );
  try {
    const wanted = command.positionals ?? [];
    const { values, positionals } = parseArgs({
      args,
      options: command.options,
      allowPositionals: wanted.length > 0,
      strict: true,
    });
    const missing = wanted[positionals.length];
    if (missing !== undefined) throw new UsageRefused(`${missing} is missing.`);
    const surplus = positionals[wanted.length];
    if (surplus !== undefined) throw new UsageRefused(`"${surplus}" is too much.`);
    return { command, given: { values: values as Given['values'], positionals } };
  } catch (error) {
    throw new UsageRefused(`${(error as Error).message}\nUsage: ${command.usage}`);
  }
}

async function runIn(
  config: Config,
  owner: Login,
  work: (services: Parameters<Command['run']>[0]['services']) => Promise<Outcome>,
): Promise<Outcome> {
  const logins = loginsFrom(owner);
  await migrate(logins, installJobs);
  const log = pino({ level: config.logLevel }, pino.destination({ dest: 2, sync: true }));
  const open = await openHouse({ config, logins, time: systemTime(), modules: house, log });
  try {
    return await work(open.services);
  } finally {
    await open.close();
  }
}

function explain(error: unknown, { err }: Console): number | undefined {
  if (error instanceof UsageRefused || error instanceof CommandRefused) {
    err(error.message);
    return error instanceof UsageRefused ? 2 : 1;
  }
  if (!(error instanceof ProblemError)) return undefined;
  const { detail, fields = [] } = error.facts;
  const sentences: Record<string, string> = Object.assign({}, kernelEn, ...house.map((module) => module.messages?.en));
  err([sentences[`problem.${error.code}`] ?? error.code, detail].filter(Boolean).join(' '));
  for (const { path, message } of fields) err(`  ${path}: ${message}`);
  return 1;
}

/**
 * Runs one command of the operator; returns the exit code: 0 done, 1 refused or failed, 2 not understood. It may run
 * beside the server. The result is one line of JSON on the standard output, words go to the standard error.
 */
export async function runAdmin(
  config: Config,
  argv: readonly string[],
  reachDatabase: ReachDatabase,
  console: Console = terminal,
): Promise<number> {
  try {
    const { command, given } = understand(argv);
    const { owner, embedded } = await reachDatabase(config);
    try {
      const { result, failed = false } = await runIn(config, owner, (services) =>
        command.run({ services, given, console }),
      );
      console.out(JSON.stringify(result));
      return failed ? 1 : 0;
    } finally {
      await embedded?.stop();
    }
  } catch (error) {
    const code = explain(error, console);
    if (code === undefined) throw error;
    return code;
  }
}
