import { pinyin } from 'pinyin-pro';

/** Grows whenever `tokensOf` finds other tokens, so that a job can make older records anew. */
export const TOKEN_VERSION = 1;

// Most of an unbounded index is suffixes of initials; 8 letters find the same names.
const LONGEST_INITIALS = 8;
// Names are far shorter; a text that is not gets initials for its beginning only.
const MOST_INITIALS = 64;
const LONGEST_WORD = 64;
// Runs as short as a Chinese name are also read as one: 曾 begins with z in a name, with c elsewhere.
const LONGEST_NAME = 4;

const LONGEST_QUERY = 100;
// Two characters are one token; from three on pairs do not prove that they stand together.
const RECHECK_FROM = 3;

// Radicals like ⺀ are Chinese by script and symbols by kind: they separate, as every symbol does.
const HAN_OR_WORD = /(?<han>[\p{Script=Han}&&[\p{L}\p{N}\p{M}]]+)|[[\p{L}\p{N}\p{M}]--\p{Script=Han}]+/gv;

/** A run of Chinese characters, or a word or number in other letters. */
interface Piece {
  readonly han: boolean;
  readonly text: string;
}

/** The text as it is compared: full width as half, capitals as small. */
function normalized(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}

/** The first characters, none of them cut in half. */
function firstOf(text: string, count: number): string {
  if (text.length <= count) return text;
  return Array.from(text).slice(0, count).join('');
}

/** Runs and words of a normalised text in order; everything else separates. */
function piecesOf(text: string): Piece[] {
  return Array.from(text.matchAll(HAN_OR_WORD), ({ 0: piece, groups }) => {
    const han = groups?.han !== undefined;
    return { han, text: han ? piece : firstOf(piece, LONGEST_WORD) };
  });
}

/** Neighbouring pairs of characters: 华为技术 → 华为 为技 技术. */
function pairsOf(run: string): string[] {
  const characters = Array.from(run);
  return characters.slice(1).map((character, i) => `${characters[i]}${character}`);
}

/** The beginning of initials as it is kept and looked up. */
function initialsToken(letters: string): string {
  return `~${firstOf(letters, LONGEST_INITIALS)}`;
}

const mayBeName = (run: string): boolean => Array.from(run).length <= LONGEST_NAME;

/** Runs whose initials are kept: places, trades and persons come again and again, and reading them costs most. */
const MOST_KEPT = 5_000;
const keptInitials = new Map<string, readonly string[]>();

function initialsOf(run: string, asNames: boolean): readonly string[] {
  const read = firstOf(run, MOST_INITIALS);
  const asName = asNames && mayBeName(read);
  const key = asName ? `${read} ` : read;
  const known = keptInitials.get(key);
  if (known) return known;
  const initials = readInitials(read, asName);
  if (keptInitials.size >= MOST_KEPT) keptInitials.clear();
  keptInitials.set(key, initials);
  return initials;
}

function readInitials(read: string, asName: boolean): string[] {
  const letters = pinyin(read, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    ...(asName ? { surname: 'head' as const } : {}),
  });
  return letters.map((letter) => (/^[a-z]$/.test(letter) ? letter : ''));
}

/** Words count whole among initials: TCL科技 is tclkj. */
function suffixesOf(pieces: readonly Piece[], asNames: boolean): string[] {
  const letters = pieces.flatMap(({ han, text }) => (han ? initialsOf(text, asNames) : [text]));
  const kept = letters.filter((letter) => letter !== '').slice(0, MOST_INITIALS);
  return kept.map((_, i) => initialsToken(kept.slice(i, i + LONGEST_INITIALS).join('')));
}

/**
 * Search tokens of a name or title, each once: characters and pairs of Chinese runs, words in small letters, and, where
 * there is Chinese, `~` with the suffixes of its pinyin initials, cut at 8 letters.
 */
export function tokensOf(text: string): string[] {
  const pieces = piecesOf(normalized(text));
  const tokens = new Set<string>();
  for (const { han, text: piece } of pieces) {
    for (const token of han ? [...Array.from(piece), ...pairsOf(piece)] : [piece]) tokens.add(token);
  }
  const runs = pieces.filter(({ han }) => han);
  if (runs.length > 0) for (const token of suffixesOf(pieces, false)) tokens.add(token);
  if (runs.some(({ text: run }) => mayBeName(run))) for (const token of suffixesOf(pieces, true)) tokens.add(token);
  return [...tokens];
}

/** What a record must have to be found. */
export interface QueryTokens {
  /** Tokens that must all be there. */
  readonly all: string[];
  /** The word still being typed as pinyin initials, `~hwjs`: any token beginning so, or one beginning with `word`. */
  readonly prefix?: string;
  readonly word?: string;
  /** Chinese runs that must stand in the title or name as they are, in normalised form. */
  readonly recheck: string[];
}

/** What to look for when somebody types that; undefined when there is no letter, digit or character in it. */
export function queryTokens(text: string): QueryTokens | undefined {
  const pieces = piecesOf(normalized(text.slice(0, LONGEST_QUERY)));
  const last = pieces.at(-1);
  if (!last) return undefined;
  const all = new Set<string>();
  for (const piece of pieces) {
    const pairs = piece.han ? pairsOf(piece.text) : [];
    if (pairs.length) for (const pair of pairs) all.add(pair);
    else if (piece.han || piece !== last) all.add(piece.text);
  }
  const runs = pieces.filter(({ han, text: run }) => han && Array.from(run).length >= RECHECK_FROM);
  return {
    all: [...all],
    ...(last.han ? {} : { prefix: initialsToken(last.text), word: last.text }),
    recheck: runs.map((run) => run.text),
  };
}

/** The same as text of a PostgreSQL `tsquery`, for `tok @@ $n::tsquery`. */
export function tsqueryText({ all, prefix, word }: QueryTokens): string {
  // Tokens consist of letters, digits, marks and the tilde, so that quoting them is enough.
  const terms = all.map((token) => `'${token}'`);
  if (prefix) terms.push(`('${prefix}':*${word === undefined ? '' : ` | '${word}':*`})`);
  return terms.join(' & ');
}
