import type { Why } from '@dealtrail/protocol/kernel';
import { ProblemError } from '../http/problem.ts';
import type { BulkOutcome } from './bulk-kind.ts';

const told = (value: unknown): value is string | number => typeof value === 'string' || typeof value === 'number';

/** A refusal as the reason why one record stays as it is. */
function reasonOf({ code, facts }: ProblemError): Why {
  const key = code === 'not_found' || code === 'not_allowed' ? `bulk.why.${code}` : `problem.${code}`;
  const params = Object.entries(facts.params ?? {}).filter((entry): entry is [string, string | number] =>
    told(entry[1]),
  );
  return { key, params: Object.fromEntries(params) };
}

/** Does one record's part; what refuses it is its outcome and costs the others nothing. */
export async function eachOnItsOwn(work: () => Promise<BulkOutcome>): Promise<BulkOutcome> {
  try {
    return await work();
  } catch (error) {
    // Refused before anything was written: the transaction goes on.
    if (error instanceof ProblemError) return { refused: reasonOf(error) };
    throw error;
  }
}
