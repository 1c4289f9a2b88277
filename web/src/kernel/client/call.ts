import type { Answer, Operation, Passed } from '@dealtrail/protocol/kernel';
import { answered, unanswered } from '../live/index.ts';
import { type AddressInput, addressOf } from './address.ts';
import { ProblemError, readProblem, secondsToWait } from './problem-error.ts';

/** After this long without an answer the network counts as gone; files get ten times as long. */
const PATIENCE_MS = 30_000;

export interface CallOptions {
  /** Makes a repeat harmless; every write sends one. */
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal | undefined;
  /** The parts of a multipart operation. */
  readonly form?: FormData;
}

/** An input without the types of its operation. */
type Plain = AddressInput & { readonly body?: unknown };

interface Surroundings {
  language: string;
  /** The session has ended; resolves to whether the same member has signed in again. */
  onSignedOut: () => Promise<boolean>;
}

const around: Surroundings = { language: 'zh-CN', onSignedOut: async () => false };

/** Asking who is signed in, and leaving, are answered without a session too. */
const needNobody: readonly string[] = ['auth.session', 'auth.signOut'];

/** Tells the client the language of the answers, and what to do when the session has ended. */
export function setSurroundings(next: Partial<Surroundings>): void {
  Object.assign(around, next);
}

function requestOf(op: Operation, input: Plain, options: CallOptions): RequestInit {
  const headers: Record<string, string> = {
    accept: op.resultKind === 'file' ? '*/*' : 'application/json',
    'accept-language': around.language,
  };
  if (options.idempotencyKey) headers['idempotency-key'] = options.idempotencyKey;
  const request: RequestInit = { method: op.method, headers, credentials: 'same-origin', cache: 'no-store' };
  if (options.form) request.body = options.form;
  else if (input.body !== undefined) {
    headers['content-type'] = 'application/json';
    request.body = JSON.stringify(input.body);
  }
  return request;
}

async function send(op: Operation, input: Plain, options: CallOptions): Promise<Response> {
  const patience = new AbortController();
  const timer = setTimeout(
    () => patience.abort(),
    op.resultKind === 'file' || options.form ? 10 * PATIENCE_MS : PATIENCE_MS,
  );
  options.signal?.addEventListener('abort', () => patience.abort());
  try {
    const response = await fetch(addressOf(op.path, input), {
      ...requestOf(op, input, options),
      signal: patience.signal,
    });
    answered();
    return response;
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    unanswered();
    throw new ProblemError(0, {});
  } finally {
    clearTimeout(timer);
  }
}

async function problemOf(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined);
  const wait = secondsToWait(response.headers.get('retry-after'), Date.now());
  return new ProblemError(response.status, readProblem(response.status, body), wait);
}

/**
 * Sends a request until it is answered with something else than that the session has ended: whoever signs in again as
 * the same member loses nothing of what they were about. A repeat carries the same key.
 */
async function answerTo(op: Operation, input: Plain, options: CallOptions): Promise<Response> {
  const response = await send(op, input, options);
  if (response.ok) return response;
  const error = await problemOf(response);
  const ended = error.kind === 'signed_out' && op.permission !== 'public' && !needNobody.includes(op.id);
  if (!ended || !(await around.onSignedOut())) throw error;
  options.signal?.throwIfAborted();
  return answerTo(op, input, options);
}

/** Calls one operation and gives its answer; throws `ProblemError`. Answers are trusted, not checked again. */
export async function call<O extends Operation>(
  op: O,
  input: Passed<O>,
  options: CallOptions = {},
): Promise<Answer<O>> {
  const response = await answerTo(op, input as Plain, options);
  const answer: unknown = response.status === 204 ? undefined : await response.json();
  return answer as Answer<O>;
}

/** Fetches the file an operation answers with. */
export async function fetchFile<O extends Operation>(
  op: O,
  input: Passed<O>,
): Promise<{ readonly blob: Blob; readonly name: string | undefined }> {
  const response = await answerTo(op, input as Plain, {});
  const disposition = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
  return { blob: await response.blob(), name: encoded ? decodeURIComponent(encoded) : plain };
}
