/** Chance that depends on its seed alone: the same seed tells the same year. */
export interface Chance {
  /** From 0 up to 1. */
  next(): number;
  /** A whole number, both ends in. */
  int(from: number, to: number): number;
  happens(probability: number): boolean;
  oneOf<T>(list: readonly T[]): T;
  /** One of a list whose entries say how often they come. */
  weighted<T extends { readonly weight: number }>(list: readonly T[]): T;
  /** Chance of its own for one matter, whatever else was drawn meanwhile. */
  fork(matter: string): Chance;
}

/** FNV-1a over the letters, so that each matter has numbers of its own. */
function seedOf(text: string): number {
  let hash = 2_166_136_261;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 16_777_619);
  return hash >>> 0;
}

/** Makes chance from a seed: the generator mulberry32. */
export function chanceFrom(seed: string): Chance {
  let state = seedOf(seed);
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const oneOf = <T>(list: readonly T[]): T => {
    const chosen = list[Math.floor(next() * list.length)];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
  return {
    next,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    happens: (probability) => next() < probability,
    oneOf,
    weighted(list) {
      let left = next() * list.reduce((sum, { weight }) => sum + weight, 0);
      for (const entry of list) if ((left -= entry.weight) < 0) return entry;
      return oneOf(list);
    },
    fork: (matter) => chanceFrom(`${seed}/${matter}`),
  };
}
