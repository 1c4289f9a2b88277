import { createHash } from 'node:crypto';

/** Uses after which a text counts as hot and its plan is worth keeping. */
const HOT_AFTER = 3;
/** Plans one process asks PostgreSQL to keep on each connection; a caller who invents shapes must not fill its memory. */
const MOST_PLANS = 300;
const MOST_WATCHED = 2_000;

const uses = new Map<string, number>();
const names = new Map<string, string>();

/** Name for the prepared statement of a list text that recurs; undefined for rare ones. */
export function planNameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  const count = (uses.get(text) ?? 0) + 1;
  if (count < HOT_AFTER || names.size >= MOST_PLANS) {
    if (uses.size >= MOST_WATCHED) uses.clear();
    uses.set(text, count);
    return undefined;
  }
  uses.delete(text);
  const name = `l${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`;
  names.set(text, name);
  return name;
}
