/** A brother in a department's row: its id and place. */
export interface Placed {
  readonly id: string;
  readonly position: number;
}

const STEP = 1_024;

// Halving a gap ends at the precision of a number; long before that the row is numbered anew.
const SMALLEST_GAP = 1e-3;

/**
 * The places that must be written so that a department stands right behind `after` (null: first) among these brothers,
 * in their order and without itself. Usually its own alone; all of them when there is no room left.
 */
export function placeBehind(brothers: readonly Placed[], id: string, after: string | null): Map<string, number> {
  const index = after === null ? 0 : brothers.findIndex((brother) => brother.id === after) + 1;
  const [before, next] = [brothers[index - 1], brothers[index]];
  if (next === undefined) return new Map([[id, (before?.position ?? 0) + STEP]]);
  const low = before?.position ?? next.position - 2 * STEP;
  if (next.position - low > SMALLEST_GAP) return new Map([[id, (low + next.position) / 2]]);
  const order = [...brothers.slice(0, index).map((brother) => brother.id), id];
  order.push(...brothers.slice(index).map((brother) => brother.id));
  return new Map(order.map((each, at) => [each, (at + 1) * STEP]));
}
