import { kernelProblems, type Operation, Problem } from '@dealtrail/protocol/kernel';
import { z } from 'zod';
import type { Registry } from '../house/module.ts';

type Json = Record<string, unknown>;

/** An OpenAPI 3.1 description. */
export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: Json;
  readonly paths: Record<string, Record<string, Json>>;
  readonly components: Json;
  readonly [more: string]: unknown;
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    io,
    unrepresentable: 'any',
    reused: 'inline',
  }) as Json;
  return rest;
}

function parametersOf(operation: Operation): Json[] {
  const of = (schema: z.ZodType | undefined, place: 'path' | 'query') => {
    if (!schema) return [];
    const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
      properties?: Record<string, Json>;
      required?: string[];
    };
    return Object.entries(properties).map(([name, value]) => ({
      name,
      in: place,
      required: place === 'path' || required.includes(name),
      schema: value,
    }));
  };
  return [...of(operation.params, 'path'), ...of(operation.query, 'query')];
}

function bodyOf(operation: Operation): Json {
  if (operation.bodyKind === 'multipart') {
    const schema = {
      type: 'object',
      properties: { file: { type: 'string', format: 'binary' }, mapping: { type: 'string' } },
      required: ['file'],
    };
    return { requestBody: { required: true, content: { 'multipart/form-data': { schema } } } };
  }
  if (operation.bodyKind === 'bytes')
    return { requestBody: { required: true, content: { 'application/json': { schema: {} } } } };
  if (!operation.body) return {};
  return {
    requestBody: { required: true, content: { 'application/json': { schema: schemaOf(operation.body, 'input') } } },
  };
}

function answersOf(operation: Operation, statuses: Readonly<Record<string, number>>): Json {
  const status = operation.status ?? (operation.result || operation.resultKind === 'file' ? 200 : 204);
  const content =
    operation.resultKind === 'file'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : undefined;
  const answers: Json = {
    [status]: {
      description: 'Done.',
      ...(content
        ? { content }
        : operation.result
          ? { content: { 'application/json': { schema: schemaOf(operation.result, 'output') } } }
          : {}),
    },
  };
  const codes = new Map<number, string[]>();
  const usual = operation.permission === 'public' ? [] : ['not_signed_in', 'not_allowed'];
  for (const code of [...usual, ...(operation.params ? ['not_found'] : []), 'invalid_input', ...operation.problems]) {
    const at = statuses[code] ?? kernelProblems[code as keyof typeof kernelProblems] ?? 500;
    codes.set(at, [...(codes.get(at) ?? []), code]);
  }
  for (const [at, names] of [...codes].sort(([a], [b]) => a - b)) {
    answers[at] = {
      description: names.join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  }
  return answers;
}

function entryOf(operation: Operation, statuses: Readonly<Record<string, number>>): Json {
  const key = { name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', maxLength: 255 } };
  const parameters = [...parametersOf(operation), ...(operation.method === 'GET' ? [] : [key])];
  return {
    operationId: operation.id,
    tags: [operation.id.split('.')[0]],
    summary: operation.summary,
    'x-permission': operation.permission,
    'x-offline': operation.offline,
    ...(operation.permission === 'public' ? { security: [] } : {}),
    ...(parameters.length > 0 ? { parameters } : {}),
    ...bodyOf(operation),
    responses: answersOf(operation, statuses),
  };
}

/** Describes every verb of the house, in the order of its chapters. */
export function openApiOf(registry: Registry): OpenApi {
  const paths: OpenApi['paths'] = {};
  for (const { operation } of registry.routes) {
    const path = `/api/v1${operation.path.replace(/:(\w+)/g, '{$1}')}`;
    paths[path] ??= {};
    paths[path][operation.method.toLowerCase()] = entryOf(operation, registry.statuses);
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Dealtrail',
      version: '1',
      description: 'Scripts send `Authorization: Bearer <api key>`; every write honours `Idempotency-Key`.',
    },
    security: [{ bearer: [] }, { cookie: [] }],
    paths,
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'dealtrail.session_token' },
      },
      schemas: { Problem: schemaOf(Problem, 'output') },
    },
  };
}
