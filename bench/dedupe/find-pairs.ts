import { duplicates } from '../../server/src/modules/customers/index.ts';
import type { Labelled, LabelledSet } from './read-sets.ts';

/** How many pairs were said and meant. */
export interface Count {
  readonly said: number;
  readonly right: number;
  readonly truth: number;
  /** True pairs whose keys met, whatever the comparison then said. */
  readonly found: number;
}

const textOf = ({ kind, key }: duplicates.IdentityKey): string => `${kind} ${key}`;

/** The index of the product in memory: records by the keys they are kept under, with the matcher of a check. */
class Kept {
  readonly #byKey = new Map<string, number[]>();

  constructor(records: readonly (readonly duplicates.IdentityKey[])[]) {
    for (const [at, keys] of records.entries()) {
      for (const key of keys) {
        const text = textOf(key);
        const known = this.#byKey.get(text);
        if (known) known.push(at);
        else this.#byKey.set(text, [at]);
      }
    }
  }

  candidatesOf(keys: readonly duplicates.IdentityKey[], except: number): number[] {
    const { ofKey, inAll } = duplicates.matcher;
    const found = duplicates.surestFirst(duplicates.probesOf(keys)).flatMap((probe) => {
      const holders = this.#byKey.get(textOf(probe)) ?? [];
      const wide = holders.length > ofKey && duplicates.findingKinds.includes(probe.kind);
      return wide ? [] : holders.filter((at) => at !== except).slice(0, ofKey);
    });
    return [...new Set(found)].slice(0, inAll);
  }
}

const pairs = (one: readonly duplicates.IdentityKey[], other: readonly duplicates.IdentityKey[]): boolean => {
  const { grade } = duplicates.judgePair(one, other);
  return grade !== 'none' && grade !== 'related';
};

/** Each record looks for the others as if it were just typed in; a pair counts once. */
function among(records: readonly Labelled[]): Count {
  const keys = records.map(({ party }) => duplicates.keysOf(party));
  const kept = new Kept(keys);
  const said = new Map<string, boolean>();
  const met = new Set<string>();
  const same = (one: number, other: number) => records[one]?.entity === records[other]?.entity;
  for (const [one, mine] of keys.entries()) {
    for (const other of kept.candidatesOf(mine, one)) {
      const id = `${Math.min(one, other)} ${Math.max(one, other)}`;
      if (same(one, other)) met.add(id);
      if (!said.has(id) && pairs(mine, keys[other] ?? [])) said.set(id, same(one, other));
    }
  }
  const sizes = new Map<string, number>();
  for (const { entity } of records) sizes.set(entity, (sizes.get(entity) ?? 0) + 1);
  const truth = [...sizes.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);
  return { said: said.size, right: [...said.values()].filter(Boolean).length, truth, found: met.size };
}

/** Each of one side looks for those of the other. */
function across(from: readonly Labelled[], to: readonly Labelled[]): Count {
  const keys = to.map(({ party }) => duplicates.keysOf(party));
  const kept = new Kept(keys);
  let [said, right, found] = [0, 0, 0];
  for (const { party, entity } of from) {
    const mine = duplicates.keysOf(party);
    for (const at of kept.candidatesOf(mine, -1)) {
      const same = to[at]?.entity === entity;
      if (same) found += 1;
      if (!pairs(mine, keys[at] ?? [])) continue;
      said += 1;
      if (same) right += 1;
    }
  }
  return { said, right, truth: from.filter(({ entity }) => entity !== '').length, found };
}

/** Counts what the matcher says of a set: with its keys and matcher, and its comparison as shipped. */
export function countOf(set: LabelledSet): Count {
  if ('records' in set) return among(set.records);
  if ('from' in set) return across(set.from, set.to);
  let [said, right, found] = [0, 0, 0];
  for (const { one, other, same } of set.pairs) {
    const [mine, theirs] = [duplicates.keysOf(one), duplicates.keysOf(other)];
    const met = new Kept([theirs]).candidatesOf(mine, -1).length > 0;
    if (met && same) found += 1;
    if (!met || !pairs(mine, theirs)) continue;
    said += 1;
    if (same) right += 1;
  }
  return { said, right, truth: set.pairs.filter(({ same }) => same).length, found };
}
