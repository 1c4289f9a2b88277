import { spawn } from 'node:child_process';
import type { Account } from './run-as.ts';

/** What a PostgreSQL program answered. */
export interface ProgramResult {
  ok: boolean;
  said: string;
}

/** How every PostgreSQL program is started: as the account, from a folder anyone may read, without the caller's PG settings. */
export function startOptions(account: Account | undefined) {
  return { ...account, cwd: '/', env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_MESSAGES: 'C', TZ: 'UTC' } };
}

/** Runs a PostgreSQL program to its end, with `input` as its standard input. */
export function runProgram(
  file: string,
  args: string[],
  account: Account | undefined,
  input = '',
): Promise<ProgramResult> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...startOptions(account), stdio: ['pipe', 'pipe', 'pipe'] });
    let said = '';
    const hear = (chunk: string) => {
      said += chunk;
    };
    child.stdout.setEncoding('utf8').on('data', hear);
    child.stderr.setEncoding('utf8').on('data', hear);
    // A program that dies early closes the pipe; its exit says why.
    child.stdin.on('error', () => {});
    child.stdin.end(input);
    child.on('error', reject);
    child.on('close', (code) => resolve({ ok: code === 0, said }));
  });
}
