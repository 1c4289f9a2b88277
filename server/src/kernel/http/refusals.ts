import { randomUUID } from 'node:crypto';
import { kernelProblems } from '@dealtrail/protocol/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { StaleRow } from '../db/index.ts';
import type { Messages } from '../house/module.ts';
import { ProblemError, problem, problemBody } from './problem.ts';

/** Problems of all chapters: code → HTTP status, code → sentence per language. */
export interface ProblemBook {
  readonly statuses: Readonly<Record<string, number>>;
  readonly messages: Messages;
  /** Named database constraints → problem code, gathered from the chapters. */
  readonly constraints: Readonly<Record<string, string>>;
}

interface PgError extends Error {
  code?: string;
  constraint?: string;
}

/** The constraint a database error names; distributed servers only put it into the message, with a shard suffix. */
function constraintOf(error: PgError): string | undefined {
  if (error.constraint) return error.constraint.replace(/_\d+$/, '');
  const quoted = /constraint "([^"]+)"/.exec(error.message)?.[1];
  return quoted?.replace(/_\d+$/, '');
}

const byState: Record<string, string> = {
  '57014': 'query_too_slow',
  '53300': 'unavailable',
  '53400': 'unavailable',
  '53100': 'storage_full',
  '40P01': 'conflict',
  '40001': 'conflict',
  '22P05': 'invalid_input',
  '22021': 'invalid_input',
};

function fromDatabase(error: PgError, book: ProblemBook): ProblemError | undefined {
  const code = error.code ?? '';
  if (code === '23505' || code === '23503' || code === '23514') {
    const named = book.constraints[constraintOf(error) ?? ''];
    if (named) return problem(named);
    return problem(code === '23505' ? 'already_exists' : code === '23503' ? 'reference_missing' : 'invalid_input');
  }
  const known = byState[code];
  if (known) return problem(known, known === 'unavailable' ? { retryAfter: 2 } : {});
  const gone =
    code.startsWith('57P') ||
    code.startsWith('08') ||
    code.startsWith('ECONN') ||
    code === 'ENOENT' ||
    code === 'EPIPE';
  if (gone || /terminated|timeout exceeded when trying to connect|Connection ended/i.test(error.message)) {
    return problem('unavailable', { retryAfter: 2 });
  }
  return undefined;
}

const byFastify: Record<string, string> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload_too_large',
  FST_REQ_FILE_TOO_LARGE: 'payload_too_large',
  FST_FILES_LIMIT: 'payload_too_large',
  FST_PARTS_LIMIT: 'payload_too_large',
  FST_FIELDS_LIMIT: 'payload_too_large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_INVALID_MULTIPART_CONTENT_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'malformed_request',
  FST_ERR_CTP_INVALID_JSON_BODY: 'malformed_request',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'malformed_request',
};

/** The form parser names its refusals in words only. */
const brokenForm = /^(Unexpected end of multipart data|Multipart: Boundary not found|Part terminated early)/;

/** The refusal behind any error; undefined when it is a fault of ours. */
export function refusalOf(error: unknown, book: ProblemBook): ProblemError | undefined {
  if (error instanceof ProblemError) return error;
  if (error instanceof StaleRow) return problem('stale_version');
  const coded = error as PgError & { statusCode?: number };
  const named = byFastify[coded.code ?? ''];
  if (named) return problem(named);
  if (coded.statusCode !== undefined && coded.statusCode >= 400 && coded.statusCode < 500)
    return problem('malformed_request');
  if (brokenForm.test(coded.message)) return problem('malformed_request');
  return fromDatabase(coded, book);
}

/** The reader's language: Chinese unless English is asked for first. */
export function localeOf(request: FastifyRequest): 'zh' | 'en' {
  return /^\s*en\b/i.test(request.headers['accept-language'] ?? '') ? 'en' : 'zh';
}

function fill(text: string, params: Record<string, unknown>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}

/** The parameters of a sentence with the code of a reason in words, where the protocol has some. */
function inWords(
  params: Record<string, unknown>,
  sentences: Readonly<Record<string, string>>,
): Record<string, unknown> {
  const words = typeof params.reason === 'string' ? sentences[`reason.${params.reason}`] : undefined;
  return words === undefined ? params : { ...params, reason: words };
}

/** Answers an error: a refusal with what to do next, a fault with an id that finds the one log line. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, book: ProblemBook): void {
  const refusal = refusalOf(error, book);
  const code = refusal?.code ?? 'fault';
  const status = book.statuses[code] ?? kernelProblems[code as keyof typeof kernelProblems] ?? 500;
  const sentences = book.messages[localeOf(request)];
  const params = refusal?.facts.params ?? {};
  const title = fill(sentences[`problem.${code}`] ?? code, inWords(params, sentences));
  const body = problemBody(code, status, title, refusal?.facts ?? {});
  if (!refusal) {
    body.id = randomUUID();
    request.log.error({ err: error, fault: body.id, operation: request.routeOptions.url }, 'fault');
  }
  if (refusal?.facts.retryAfter !== undefined) reply.header('retry-after', String(refusal.facts.retryAfter));
  reply
    .code(status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(body));
}
