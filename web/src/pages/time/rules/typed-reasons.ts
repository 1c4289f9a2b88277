import type { ClockReason } from '@dealtrail/protocol/clocks';

/** A reason on its way to the server; one without a key is new. */
export interface TypedReason {
  readonly key?: string;
  readonly name: string;
  readonly active: boolean;
  readonly shipped: boolean;
  readonly needed: boolean;
}

/** What the form begins with; a shipped reason under the product's word says that word. */
export function typedReasons(reasons: readonly ClockReason[], shippedWord: (key: string) => string): TypedReason[] {
  return reasons.map(({ key, name, ...rest }) => ({ key, name: name ?? shippedWord(key), ...rest }));
}

/** What the form sends: a shipped reason left empty, or under the product's own word, keeps that word. */
export function reasonsFrom(typed: readonly TypedReason[], shippedWord: (key: string) => string) {
  return typed.map(({ key, name, active, shipped }) => {
    const said = name.trim();
    const own = shipped && key !== undefined && (said === '' || said === shippedWord(key)) ? null : said;
    return { ...(key === undefined ? {} : { key }), name: own, active };
  });
}

/** The list with the entry at one place moved up or down by one. */
export function moved<Entry>(list: readonly Entry[], at: number, by: -1 | 1): Entry[] {
  const next = [...list];
  const [entry] = next.splice(at, 1);
  if (entry !== undefined) next.splice(at + by, 0, entry);
  return next;
}
