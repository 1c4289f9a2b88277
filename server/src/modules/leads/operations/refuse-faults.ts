import { problem } from '../../../kernel/http/problem.ts';
import type { LeadFault } from '../intake/normalise-lead.ts';

/** Refuses facts that cannot be kept, each field with what is wrong; the problem is named after the first. */
export function refuseFaults(faults: readonly LeadFault[]): void {
  const [first] = faults;
  if (!first) return;
  throw problem(first.code === 'masked_value' ? 'invalid_input' : first.code, { fields: [...faults] });
}
