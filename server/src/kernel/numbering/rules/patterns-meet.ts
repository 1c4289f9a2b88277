const TOKEN = /\{([^{}]*)\}/g;
const COUNTER = /^n+$/;

/** One place of a number: a certain character, any digit, or any further digits a counter may grow to. */
type Place = { readonly kind: 'exact'; readonly character: string } | { readonly kind: 'digit' | 'more' };

const DIGIT: Place = { kind: 'digit' };

/** The places of every number a pattern can make, in order. */
function placesOf(pattern: string): Place[] {
  const places: Place[] = [];
  const literal = (text: string) => {
    for (const character of text) places.push({ kind: 'exact', character });
  };
  let end = 0;
  for (const found of pattern.matchAll(TOKEN)) {
    const token = found[1] ?? '';
    literal(pattern.slice(end, found.index));
    for (let i = 0; i < token.length; i += 1) places.push(DIGIT);
    if (COUNTER.test(token)) places.push({ kind: 'more' });
    end = found.index + found[0].length;
  }
  literal(pattern.slice(end));
  return places;
}

function fit(one: Place, other: Place): boolean {
  if (one.kind === 'exact' && other.kind === 'exact') return one.character === other.character;
  const character = one.kind === 'exact' ? one.character : other.kind === 'exact' ? other.character : '0';
  return /^\d$/.test(character);
}

/**
 * Whether two patterns can make the same number. A counter may grow beyond its digits, so that `A{nnn}` and `A{nnnn}`
 * meet; dates count as any digits.
 */
export function patternsMeet(one: string, other: string): boolean {
  const [a, b] = [placesOf(one), placesOf(other)];
  const seen = new Set<number>();
  const open: [number, number][] = [[0, 0]];
  for (let state = open.pop(); state; state = open.pop()) {
    const [i, j] = state;
    const [here, there] = [a[i], b[j]];
    const key = i * (b.length + 1) + j;
    if (seen.has(key)) continue;
    seen.add(key);
    if (i === a.length && j === b.length) return true;
    // Further digits may be none.
    if (here?.kind === 'more') open.push([i + 1, j]);
    if (there?.kind === 'more') open.push([i, j + 1]);
    if (here && there && fit(here, there)) {
      open.push([here.kind === 'more' ? i : i + 1, there.kind === 'more' ? j : j + 1]);
    }
  }
  return false;
}
