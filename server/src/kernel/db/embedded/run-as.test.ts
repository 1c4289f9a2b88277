import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { accountFor, closedDirectory } from './run-as.ts';

const home = mkdtempSync(join(tmpdir(), 'dealtrail-home-'));
const project = join(home, 'project');
mkdirSync(project);
afterAll(() => rmSync(home, { recursive: true }));

const stranger = { uid: 54321, gid: 54321 };
const { uid, gid } = statSync(home);

test.each([
  ['a stranger may not pass a closed home', 0o700, stranger, true],
  ['a stranger passes an open home', 0o711, stranger, false],
  ['the owner passes its own closed home', 0o700, { uid, gid }, false],
  ['a group member passes when the group may', 0o710, { uid: 54321, gid }, false],
  ['the group bit counts before the one for all', 0o701, { uid: 54321, gid }, true],
])('%s', (_, mode, account, closed) => {
  chmodSync(home, mode);
  expect(closedDirectory(project, account)).toBe(closed ? home : undefined);
  chmodSync(home, 0o700);
});

test('the server never runs as root', () => {
  const account = accountFor(join(home, 'missing'));
  expect(account === undefined ? process.geteuid?.() : account.uid).not.toBe(0);
});
