import type { FieldProblem, Problem, Unmet } from '@dealtrail/protocol/kernel';

/** What a refusal may carry beside its code. */
export interface ProblemFacts {
  readonly detail?: string;
  readonly params?: Record<string, unknown>;
  readonly fields?: FieldProblem[];
  readonly unmet?: Unmet[];
  readonly current?: unknown;
  /** Seconds after which another try makes sense. */
  readonly retryAfter?: number;
  /** Done once the transaction is undone: what must be kept although the verb was refused. Its value is `current`. */
  readonly afterwards?: () => Promise<unknown>;
}

/** Something a person can act on: a stable code and what to do about it. Thrown anywhere, answered by the http room. */
export class ProblemError extends Error {
  readonly code: string;
  readonly facts: ProblemFacts;
  constructor(code: string, facts: ProblemFacts) {
    super(code);
    this.code = code;
    this.facts = facts;
  }
}

/** Makes a refusal: `throw problem('stage_gate_unmet', { unmet })`. */
export function problem(code: string, facts: ProblemFacts = {}): ProblemError {
  return new ProblemError(code, facts);
}

/** Keeps what a refusal leaves behind when its transaction is undone, and gives it what it tells then. */
export async function settled(error: unknown): Promise<unknown> {
  if (!(error instanceof ProblemError) || !error.facts.afterwards) return error;
  const { afterwards, ...facts } = error.facts;
  return problem(error.code, { ...facts, current: await afterwards() });
}

/** Shorthand for one wrong field. */
export function fieldProblem(path: string, code: string, message: string): ProblemError {
  return problem('invalid_input', { fields: [{ path, code, message }] });
}

/** The RFC 9457 body of a refusal. */
export function problemBody(code: string, status: number, title: string, facts: ProblemFacts): Problem {
  return {
    type: `urn:dealtrail:problem:${code}`,
    title,
    status,
    code,
    ...(facts.detail === undefined ? {} : { detail: facts.detail }),
    ...(facts.params === undefined ? {} : { params: facts.params }),
    ...(facts.fields === undefined ? {} : { fields: facts.fields }),
    ...(facts.unmet === undefined ? {} : { unmet: facts.unmet }),
    ...(facts.current === undefined ? {} : { current: facts.current }),
  };
}
