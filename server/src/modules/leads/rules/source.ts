import { z } from 'zod';

/** A listed source: what its key is, how it is called, and the texts that mean it. */
export const SourceType = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9_]{0,59}$/),
  name: z.strictObject({ zh: z.string().min(1), en: z.string().min(1) }),
  aliases: z.array(z.string().min(1)),
});
export type SourceType = z.infer<typeof SourceType>;

/** A source text read: listed under a key, waiting in the mapping tray with its text, or not given at all. */
export type ResolvedSource =
  | { readonly kind: 'listed'; readonly key: string }
  | { readonly kind: 'needs_mapping'; readonly text: string }
  | { readonly kind: 'empty' };

export interface SourceMap {
  /** Shipped types and the organisation's own. */
  readonly types: readonly SourceType[];
  /** Texts a person mapped in the tray, folded by `foldSource`, to the key they mean. */
  readonly mapped: ReadonlyMap<string, string>;
}

/** How two source texts are compared: width, case, spaces and marks do not count. */
export const foldSource = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const indexes = new WeakMap<readonly SourceType[], ReadonlyMap<string, string>>();

function indexOf(types: readonly SourceType[]): ReadonlyMap<string, string> {
  const known = indexes.get(types);
  if (known !== undefined) return known;
  const index = new Map<string, string>();
  for (const { key, name, aliases } of types) {
    for (const text of [key, name.zh, name.en, ...aliases]) index.set(foldSource(text), key);
  }
  indexes.set(types, index);
  return index;
}

/** Longer texts are not names of sources; reading them word by word would only guess. */
const longestName = 120;

/**
 * Which source a text means (R4). A text that is on no list is never refused: it waits in the tray. An English text that
 * holds the word of exactly one listed source (Acme Website) counts as that source.
 */
export function resolveSource(text: string | null | undefined, sources: SourceMap): ResolvedSource {
  const folded = foldSource(text ?? '');
  if (text === null || text === undefined || folded === '' || folded === 'select') return { kind: 'empty' };
  const index = indexOf(sources.types);
  const key =
    sources.mapped.get(folded) ?? index.get(folded) ?? (text.length > longestName ? undefined : byOneWord(text, index));
  return key === undefined ? { kind: 'needs_mapping', text: text.trim() } : { kind: 'listed', key };
}

function byOneWord(text: string, index: ReadonlyMap<string, string>): string | undefined {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[a-z]{3,}/g) ?? [];
  const keys = new Set(words.flatMap((word) => index.get(word) ?? []));
  return keys.size === 1 ? [...keys][0] : undefined;
}
