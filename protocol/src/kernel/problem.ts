import { z } from 'zod';

/** Kernel problem codes and their HTTP status; chapters add theirs with the same shape. */
export const kernelProblems = {
  malformed_request: 400,
  unknown_parameter: 400,
  cursor_invalid: 400,
  filter_refused: 422,
  not_signed_in: 401,
  wrong_credentials: 401,
  not_allowed: 403,
  second_step_due: 403,
  cross_site_request: 403,
  not_found: 404,
  method_not_allowed: 405,
  stale_version: 409,
  conflict: 409,
  already_exists: 409,
  gone: 410,
  payload_too_large: 413,
  unsupported_media_type: 415,
  invalid_input: 422,
  reference_missing: 422,
  idempotency_key_invalid: 400,
  idempotency_key_reused: 422,
  answer_not_kept: 409,
  version_required: 428,
  too_many_requests: 429,
  fault: 500,
  unavailable: 503,
  query_too_slow: 503,
  storage_full: 507,
} as const satisfies Record<string, number>;

/** One field a person can correct: where it is, which rule it broke. */
export const FieldProblem = z.object({
  path: z.string(),
  code: z.string(),
  message: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});
export type FieldProblem = z.infer<typeof FieldProblem>;

/** One condition of a gate that does not hold yet: what is missing, who can do it, which act does it. */
export const Unmet = z.object({
  kind: z.enum(['field', 'task', 'evidence', 'order']),
  key: z.string(),
  label: z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }),
  who: z.string().optional(),
  act: z.string(),
});
export type Unmet = z.infer<typeof Unmet>;

/** RFC 9457 body of every refusal; `code` is stable, `title` is for people, `id` finds the log line. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  params: z.record(z.string(), z.unknown()).optional(),
  fields: z.array(FieldProblem).optional(),
  unmet: z.array(Unmet).optional(),
  current: z.unknown().optional(),
  id: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
