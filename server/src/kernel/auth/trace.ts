import type { FastifyRequest } from 'fastify';

/** Where a request comes from, as sessions and the sign-in log keep it. */
export interface Trace {
  /** The true peer: no header of the caller is believed. */
  readonly peer: string;
  readonly device: string | null;
}

const LONGEST_DEVICE = 300;

/** Where a request comes from. */
export function traceOf(request: FastifyRequest): Trace {
  const device = request.headers['user-agent']?.replace(/[^\x20-\x7e]/g, '').slice(0, LONGEST_DEVICE);
  return { peer: request.ip, device: device || null };
}
