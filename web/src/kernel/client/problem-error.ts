import type { Problem } from '@dealtrail/protocol/kernel';

/**
 * What a person can do about a failure: sign in, ask for rights, look elsewhere, compare versions, correct, wait, check
 * the network, or report a fault with its id.
 */
export type ProblemKind =
  | 'signed_out'
  | 'not_allowed'
  | 'not_found'
  | 'conflict'
  | 'refused'
  | 'too_many'
  | 'offline'
  | 'fault';

/** A failed call: the server's problem, or that no answer came. */
export class ProblemError extends Error {
  readonly kind: ProblemKind;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly problem: Partial<Problem>;
  /** Seconds the server asks to wait. */
  readonly retryAfter: number | undefined;

  constructor(status: number, problem: Partial<Problem>, retryAfter?: number) {
    super(problem.title ?? problem.code ?? 'offline');
    this.name = 'ProblemError';
    this.status = status;
    this.problem = problem;
    this.kind = kindOf(status, problem.code);
    this.retryAfter = retryAfter;
  }

  /** No answer, or one that says "later": the same request may be sent again with the same key. */
  get passing(): boolean {
    return this.kind === 'offline' || this.status === 502 || this.status === 503 || this.status === 504;
  }

  /** Nobody knows whether the act happened; a repeat must carry the same key. */
  get unknown(): boolean {
    return this.kind === 'offline' || this.status >= 500;
  }
}

function kindOf(status: number, code: string | undefined): ProblemKind {
  if (status === 0) return 'offline';
  if (status === 401 && (code === undefined || code === 'not_signed_in')) return 'signed_out';
  if (status === 403 && (code === undefined || code === 'not_allowed')) return 'not_allowed';
  if (status === 404) return 'not_found';
  if (status === 409 && code === 'stale_version') return 'conflict';
  if (status === 429) return 'too_many';
  return status >= 500 ? 'fault' : 'refused';
}

/** Seconds of a Retry-After header, given as seconds or as a date. */
export function secondsToWait(header: string | null, now: number): number | undefined {
  if (!header) return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds));
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now) / 1000));
}

/** Reads the problem of a refused answer; a body that is none becomes a fault of that status. */
export function readProblem(status: number, body: unknown): Partial<Problem> {
  if (typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string')
    return body as Partial<Problem>;
  return { status };
}
