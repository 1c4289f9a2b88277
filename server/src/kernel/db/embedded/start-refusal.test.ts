import { expect, test } from 'vitest';
import { refusalFrom, refusalFromError, StartRefusal } from './start-refusal.ts';

test.each([
  ['initdb: error: could not write to file "pg_wal/x": No space left on device', 'disk_full'],
  ['PANIC:  could not extend file "base/5/1259": Disk quota exceeded', 'disk_full'],
  ['FATAL:  could not open file "global/pg_filenode.map": Permission denied', 'directory_of_another_user'],
  ['initdb: error: could not create directory "/srv/x": Read-only file system', 'directory_of_another_user'],
  ['spawn /app/native/bin/initdb ENOENT', 'binary_missing'],
  ['FATAL:  could not create shared memory segment: Invalid argument', 'database_failed'],
])('what PostgreSQL says tells the operator what to do: %s', (said, code) => {
  const refusal = refusalFrom(said, '/srv/dealtrail');
  expect(refusal.code).toBe(code);
  expect(refusal.message).toContain(said);
});

test('an error of the file system is read the same way and keeps its cause', () => {
  const cause = new Error('ENOSPC: no space left on device, mkdir');
  expect(refusalFromError(cause, '/srv/dealtrail')).toMatchObject({ code: 'disk_full', cause });
});

test('a refusal stays what it is', () => {
  const refusal = new StartRefusal('disk_full', 'The disk is full.');
  expect(refusalFromError(refusal, '/srv/dealtrail')).toBe(refusal);
});
