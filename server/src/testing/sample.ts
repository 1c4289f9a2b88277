import { z } from 'zod';

type Json = { type?: string | string[]; [key: string]: unknown };

function sampleText(schema: Json): string {
  const at = schema.format as string | undefined;
  if (at === 'uuid') return '019d0000-0000-7000-8000-000000000001';
  if (at === 'date') return '2026-03-20';
  if (at === 'date-time') return '2026-03-18T01:00:00Z';
  if (at === 'email') return 'sample@example.test';
  if (typeof schema.pattern === 'string' && new RegExp(schema.pattern).test('sample')) return 'sample';
  return '样本文字足够长'.padEnd(Number(schema.minLength ?? 0), '样').slice(0, Number(schema.maxLength ?? 200));
}

function sampleOf(schema: Json): unknown {
  const options = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (options) return sampleOf(options[0] ?? {});
  if (schema.const !== undefined) return schema.const;
  if (Array.isArray(schema.enum)) return schema.enum[0];
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'string') return sampleText(schema);
  if (type === 'integer' || type === 'number') return Math.max(1, Number(schema.minimum ?? 1));
  if (type === 'boolean') return true;
  if (type === 'array')
    return Array.from({ length: Number(schema.minItems ?? 0) }, () => sampleOf((schema.items ?? {}) as Json));
  if (type === 'object') {
    const required = (schema.required ?? []) as string[];
    const properties = (schema.properties ?? {}) as Record<string, Json>;
    return Object.fromEntries(required.map((name) => [name, sampleOf(properties[name] ?? {})]));
  }
  return null;
}

/** A small valid value of a request schema: required fields only. */
export function validSample(schema: z.ZodType): unknown {
  return sampleOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json);
}
