import type { Reader } from '../../http/reader.ts';
import { ProblemError } from '../../http/problem.ts';
import { survivorQuery } from './merge-store.ts';

/** Merges one after the other that an id is followed through. */
const MOST_HOPS = 5;

/** An answer, and the record it is about where that is not the one asked for. */
export interface Followed<Value> {
  readonly value: Value;
  readonly mergedInto?: string;
}

/**
 * Reads a record by its id and, where it became part of another, that other one: every reading verb on a record follows
 * the pointer, with the rights of who asks. A refusal about the record itself stays as it was.
 */
export async function followingMerges<Value>(
  read: Reader,
  id: unknown,
  run: (id?: string) => Promise<Value>,
): Promise<Followed<Value>> {
  let current = id;
  for (let hops = 0; ; hops += 1) {
    try {
      const value = await (hops === 0 ? run() : run(current as string));
      return hops === 0 ? { value } : { value, mergedInto: current as string };
    } catch (error) {
      const gone = error instanceof ProblemError && error.code === 'not_found' && typeof current === 'string';
      const next =
        gone && hops < MOST_HOPS ? await read.maybe(survivorQuery(read.orgId, current as string)) : undefined;
      if (!next) throw error;
      current = next.mergedInto;
    }
  }
}
