import { spawnSync } from 'node:child_process';
import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** A running PostgreSQL server of a cluster, as its postmaster.pid describes it. */
export interface Postmaster {
  pid: number;
  port: number;
  socketDirectory: string;
  state: 'starting' | 'ready' | 'stopping';
}

/** The cluster's living server; undefined when there is none, whatever a stale postmaster.pid may say. */
export function livingPostmaster(cluster: string): Postmaster | undefined {
  const postmaster = parsePidFile(readPidFile(cluster));
  return postmaster !== undefined && serves(postmaster.pid, cluster) ? postmaster : undefined;
}

/** Reads the lines of a postmaster.pid; while the server is being born the later ones are missing. */
export function parsePidFile(text: string): Postmaster | undefined {
  const [pid, , , port, socketDirectory, , , state] = text.split('\n').map((line) => line.trim());
  if (pid === undefined || !/^\d+$/.test(pid)) return undefined;
  return {
    pid: Number(pid),
    port: Number(port ?? 0),
    socketDirectory: socketDirectory ?? '',
    state: state === 'ready' || state === 'stopping' ? state : 'starting',
  };
}

/**
 * Removes a postmaster.pid whose number meanwhile belongs to another program, as happens after a container restarts:
 * PostgreSQL would take that program for itself and refuse to start. Of a dead number PostgreSQL disposes itself.
 */
export function forgetStalePidFile(cluster: string): void {
  const postmaster = parsePidFile(readPidFile(cluster));
  if (postmaster !== undefined && isRunning(postmaster.pid) && !serves(postmaster.pid, cluster)) {
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
  }
}

/** True while a process of this number exists, ours or not. */
export function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function readPidFile(cluster: string): string {
  try {
    return readFileSync(join(cluster, 'postmaster.pid'), 'utf8');
  } catch {
    return '';
  }
}

/** True when the process is a server of this cluster: a server's working folder is its cluster. Zombies have none. */
function serves(pid: number, cluster: string): boolean {
  if (process.platform === 'linux') {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
    } catch {
      return false;
    }
  }
  const { stdout } = spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' });
  return stdout.includes('postgres') && stdout.includes(cluster);
}
