import type { ClockPolicy } from './policy.ts';

/** Sentences by key, in one language. */
type Sentences = Readonly<Record<string, string>>;

/** A policy with its name in both languages, as the house has it. */
export interface NamedPolicy extends ClockPolicy {
  readonly name: { readonly zh: string; readonly en: string };
}

/** The policy as its chapter declared it. */
export function unnamed({ name: _name, ...policy }: NamedPolicy): ClockPolicy {
  return policy;
}

/** What the rule of a policy may mention in each language, filled in for each clock. */
const fillable = { zh: ['limitZh', 'restDays'], en: ['limitEn', 'restDays'] } as const;

function refuseUnknownPlaces(key: string, sentence: string, known: readonly string[]): void {
  for (const [, place = ''] of sentence.matchAll(/\{(\w+)\}/g))
    if (!known.includes(place)) throw new Error(`the clock policy ${key} names {${place}}, which nobody fills in`);
}

/**
 * The policy with its name from the sentences of the house. Throws where one of its words (`name`, `title`, `why`) is
 * missing in a language, or its rule names what nobody fills in; so the house does not start.
 */
export function named(policy: ClockPolicy, messages: { readonly zh: Sentences; readonly en: Sentences }): NamedPolicy {
  const wordIn = (language: 'zh' | 'en', what: string): string => {
    const word = messages[language][`clocks.${policy.key}.${what}`];
    if (!word) throw new Error(`the clock policy ${policy.key} has no ${what} in ${language}`);
    return word;
  };
  for (const language of ['zh', 'en'] as const) {
    wordIn(language, 'title');
    refuseUnknownPlaces(policy.key, wordIn(language, 'why'), fillable[language]);
  }
  return { ...policy, name: { zh: wordIn('zh', 'name'), en: wordIn('en', 'name') } };
}
