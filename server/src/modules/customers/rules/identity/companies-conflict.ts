import { normalizeCompanyName } from '../company-name.ts';
import { compareNames } from './compare-names.ts';
import { keysOf } from './party.ts';

/**
 * Whether two names are surely two companies, so that a file must not fill one with the other although a number or an
 * address is equal: branches and head offices, other numbers, other places, other words.
 */
export function companiesConflict(one: string | null, other: string | null): boolean {
  if (!one || !other) return false;
  const [mine, theirs] = [normalizeCompanyName(one), normalizeCompanyName(other)];
  if (mine.key === '' || theirs.key === '' || mine.key === theirs.key) return false;
  if (mine.digits !== theirs.digits || (mine.branch ?? '') !== (theirs.branch ?? '')) return true;
  const { grade } = compareNames(keysOf({ companyName: one }), keysOf({ companyName: other }));
  return grade !== 'likely';
}
