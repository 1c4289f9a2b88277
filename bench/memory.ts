import { readFile } from 'node:fs/promises';

/** MiB that /proc tells of a process on one line of its status; 0 where there is no such process or no /proc. */
async function told(pid: number, line: 'VmRSS' | 'VmHWM'): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  return Math.round(Number(new RegExp(`${line}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024);
}

/** Resident memory of a process in MiB now. */
export const residentMiB = (pid: number): Promise<number> => told(pid, 'VmRSS');

/** The most memory a process has held since it started, in MiB. */
export const peakMiB = (pid: number): Promise<number> => told(pid, 'VmHWM');
