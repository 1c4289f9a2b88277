import type { FieldProblem, Operation } from '@dealtrail/protocol/kernel';
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { problem } from './problem.ts';
import { isTypedForm } from './receive-form.ts';

/** Longest sentence about one field: it quotes what was sent, and an answer must not grow with the request. */
const LONGEST_MESSAGE = 200;

function fieldsOf(error: z.ZodError): FieldProblem[] {
  return error.issues.slice(0, 50).map((issue) => ({
    path: (issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path)
      .join('.')
      .slice(0, LONGEST_MESSAGE),
    code: issue.code === 'unrecognized_keys' ? 'unknown_field' : issue.code === 'custom' ? issue.message : issue.code,
    message: issue.message.slice(0, LONGEST_MESSAGE),
  }));
}

function checkQuery(operation: Operation, request: FastifyRequest): unknown {
  if (!operation.query) {
    const [unknown] = Object.keys((request.query as object | undefined) ?? {});
    if (unknown !== undefined) throw problem('unknown_parameter', { params: { name: unknown } });
    return {};
  }
  const parsed = operation.query.safeParse(request.query ?? {});
  if (parsed.success) return parsed.data;
  const unrecognized = parsed.error.issues.find((issue) => issue.code === 'unrecognized_keys');
  if (unrecognized) throw problem('unknown_parameter', { params: { name: unrecognized.keys[0] } });
  throw problem('invalid_input', { fields: fieldsOf(parsed.error) });
}

function checkBody(operation: Operation, request: FastifyRequest): unknown {
  if (operation.bodyKind === 'multipart') {
    if (!request.isMultipart()) throw problem('unsupported_media_type', { params: { wanted: 'multipart/form-data' } });
    return {};
  }
  if (operation.bodyKind === 'bytes') return {};
  const typed = isTypedForm(request);
  if (typed && operation.bodyKind !== 'form')
    throw problem('unsupported_media_type', { params: { wanted: 'application/json' } });
  // A form has no JSON body and would pass for an empty one.
  if (request.isMultipart()) throw problem('unsupported_media_type', { params: { wanted: 'application/json' } });
  if (!operation.body) {
    if (request.body !== undefined && request.body !== null && Object.keys(request.body).length > 0) {
      throw problem('invalid_input', {
        fields: [{ path: Object.keys(request.body)[0] ?? '', code: 'unknown_field', message: 'no body expected' }],
      });
    }
    return {};
  }
  const parsed = operation.body.safeParse(request.body ?? {});
  if (!parsed.success) throw problem('invalid_input', { fields: fieldsOf(parsed.error) });
  return parsed.data;
}

/**
 * Checks path, query and body of one request and returns them as one object. A malformed id is a record that does not
 * exist (404, like any other), an unknown parameter 400, everything else 422 with the fields to correct.
 */
export function validate(operation: Operation, request: FastifyRequest): object {
  const params = operation.params?.safeParse(request.params);
  if (params && !params.success) throw problem('not_found');
  return {
    ...(checkQuery(operation, request) as object),
    ...(params?.data as object | undefined),
    ...(checkBody(operation, request) as object),
  };
}
