import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto';

import type { Filter } from '@dealtrail/protocol/kernel';

import type { Position } from './sort.ts';

const VERSION = 1;
const SIGNATURE_BYTES = 16;
const LONGEST_CURSOR = 2_000;

/** What a cursor is good for: one list of one person with one filter in one order. */
export interface CursorScope {
  readonly orgId: string;
  readonly userId: string;
  /** Which list, such as leads.list: the same filter on another list is another scope. */
  readonly list: string;
  /** The filter as it was sent; undefined when none was. */
  readonly filter: Filter | undefined;
  /** Free text searched beside the filter. */
  readonly q?: string | undefined;
  readonly sort: string;
}

/** A cursor that was changed, cut, or made for another person, filter or sort. */
export class CursorRefused extends Error {
  constructor() {
    super('cursor refused');
    this.name = 'CursorRefused';
  }
}

function inKeyOrder(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

function signature(body: string, scope: CursorScope, secret: string | KeyObject): Buffer {
  const { orgId, userId, list, filter, q, sort } = scope;
  // The filter is signed as written: relative values resolve to other parameters on the next page.
  const bound = JSON.stringify([body, orgId, userId, list, filter ?? null, q ?? null, sort], inKeyOrder);
  return createHmac('sha256', secret).update(bound).digest().subarray(0, SIGNATURE_BYTES);
}

/** The place to go on from, for the caller to send back: base64url of version, sorted value, id and signature. */
export function encodeCursor(position: Position, scope: CursorScope, secret: string | KeyObject): string {
  const body = JSON.stringify([VERSION, position.value, position.id]);
  return Buffer.concat([signature(body, scope, secret), Buffer.from(body)]).toString('base64url');
}

function positionOf(body: string): Position | undefined {
  try {
    const [version, value, id] = JSON.parse(body) as unknown[];
    const known = typeof value === 'string' || typeof value === 'number';
    return version === VERSION && known && typeof id === 'string' ? { value, id } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Reads a cursor back.
 * @throws CursorRefused when it is not one of ours, was changed, or was made for another scope.
 */
export function decodeCursor(cursor: string, scope: CursorScope, secret: string | KeyObject): Position {
  const bytes = cursor.length <= LONGEST_CURSOR ? Buffer.from(cursor, 'base64url') : Buffer.alloc(0);
  const signed = bytes.subarray(0, SIGNATURE_BYTES);
  const body = bytes.subarray(SIGNATURE_BYTES).toString();
  const expected = signature(body, scope, secret);
  // Decoding forgives foreign characters; what does not read back the same was changed.
  const ours = signed.length === SIGNATURE_BYTES && bytes.toString('base64url') === cursor;
  const genuine = ours && timingSafeEqual(signed, expected);
  const position = genuine ? positionOf(body) : undefined;
  if (!position) throw new CursorRefused();
  return position;
}
