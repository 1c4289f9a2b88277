/** Why Dealtrail cannot start; each code is a situation an operator can act on. */
export type StartRefusalCode =
  | 'binary_missing'
  | 'database_failed'
  | 'directory_of_another_user'
  | 'directory_of_another_version'
  | 'disk_full';

/** A start that cannot go on; the message tells the operator what to do and is printed without a stack. */
export class StartRefusal extends Error {
  readonly code: StartRefusalCode;

  constructor(code: StartRefusalCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'StartRefusal';
    this.code = code;
  }
}

const DISK_FULL = /no space left on device|disk quota exceeded|ENOSPC|EDQUOT/i;
const NOT_ALLOWED = /permission denied|operation not permitted|read-only file system|EACCES|EPERM|EROFS/i;

/** Turns what PostgreSQL or the file system said during a start at `place` into the refusal an operator can act on. */
export function refusalFrom(said: string, place: string): StartRefusal {
  const tail = said.trim().split('\n').slice(-8).join('\n');
  if (DISK_FULL.test(said)) {
    return new StartRefusal(
      'disk_full',
      `The disk holding ${place} is full. Free some space and start again.\n${tail}`,
    );
  }
  if (NOT_ALLOWED.test(said)) {
    return new StartRefusal(
      'directory_of_another_user',
      `${place} may not be written by this user. Start as the user who owns it, or set DEALTRAIL_DATA to another directory.\n${tail}`,
    );
  }
  if (/spawn .* ENOENT/.test(said)) {
    return new StartRefusal(
      'binary_missing',
      `The embedded PostgreSQL cannot run on this system: it needs glibc, which Alpine lacks. Set DATABASE_URL to a PostgreSQL 15 or newer instead.\n${tail}`,
    );
  }
  return new StartRefusal('database_failed', `The embedded PostgreSQL did not start in ${place}. It said:\n${tail}`);
}

/** The same for an error thrown by the file system or by starting a program. */
export function refusalFromError(error: unknown, place: string): StartRefusal {
  if (error instanceof StartRefusal) return error;
  const refusal = refusalFrom(error instanceof Error ? error.message : String(error), place);
  refusal.cause = error;
  return refusal;
}
