import { spawn } from 'node:child_process';
import { closeSync, fchownSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { socketDirectory } from './cluster-place.ts';
import { CLUSTER_SETTINGS, settingsFile, THROWAWAY_SETTINGS } from './cluster-settings.ts';
import { SETTINGS_FILE } from './create-cluster.ts';
import { forgetStalePidFile, livingPostmaster, type Postmaster } from './postmaster.ts';
import type { Account } from './run-as.ts';
import { startOptions } from './run-program.ts';
import { refusalFrom } from './start-refusal.ts';

/** A cluster that stands ready to be served. */
export interface Cluster {
  place: string;
  postgres: string;
  account: Account | undefined;
  durable: boolean;
  say: (line: string) => void;
}

const POLL_MS = 10;
const LOG_LIMIT_BYTES = 5_000_000;

/**
 * Starts a server for the cluster and waits until it takes connections; undefined when another server has the cluster
 * or processes of a killed one still hold its memory, so that the caller looks again. Recovery may take its time.
 */
export async function launch(cluster: Cluster): Promise<Postmaster | undefined> {
  forgetStalePidFile(cluster.place);
  const sockets = socketDirectory(cluster.place, cluster.account);
  const settings = { ...CLUSTER_SETTINGS, ...(cluster.durable ? {} : THROWAWAY_SETTINGS) };
  writeFileSync(
    join(cluster.place, SETTINGS_FILE),
    settingsFile({ ...settings, port: '5432', unix_socket_directories: sockets }),
  );
  const log = openLog(cluster);
  // Detached: Ctrl-C reaches this process only, which drains first and stops the database last.
  const child = spawn(cluster.postgres, ['-D', cluster.place], {
    ...startOptions(cluster.account),
    detached: true,
    stdio: ['ignore', 'ignore', log.fd],
  });
  closeSync(log.fd);
  let ended: Error | 'exit' | undefined;
  child.on('exit', () => {
    ended ??= 'exit';
  });
  child.on('error', (error) => {
    ended = error;
  });
  child.unref();
  const ready = await whenReady(cluster, child.pid, () => ended !== undefined);
  if (ready !== undefined) return ready;
  if (ended instanceof Error) throw ended;
  const said = readFileSync(log.file).subarray(log.length).toString('utf8');
  if (/lock file .* already exists|pre-existing shared memory block/.test(said)) return undefined;
  throw refusalFrom(said, dirname(cluster.place));
}

/** Waits until the cluster's server takes connections; undefined when it ends before. */
export async function whenReady(
  cluster: Cluster,
  pid: number | undefined,
  ended: () => boolean,
): Promise<Postmaster | undefined> {
  for (let polls = 0; !ended(); polls += 1) {
    const found = livingPostmaster(cluster.place);
    if (found?.pid === pid && found?.state === 'ready') return found;
    if (polls === 300) cluster.say('PostgreSQL is recovering after an unclean stop; this can take a while');
    await pause(POLL_MS);
  }
  return undefined;
}

/** Waits until no server has the cluster any more. */
export async function whenGone(place: string): Promise<void> {
  while (livingPostmaster(place) !== undefined) await pause(POLL_MS);
}

function openLog({ place, account }: Cluster): { file: string; fd: number; length: number } {
  const file = join(dirname(place), 'postgres.log');
  let length = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (length > LOG_LIMIT_BYTES) {
    renameSync(file, `${file}.1`);
    length = 0;
  }
  const fd = openSync(file, 'a', 0o600);
  if (account !== undefined) fchownSync(fd, account.uid, account.gid);
  return { file, fd, length };
}
