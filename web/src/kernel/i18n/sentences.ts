import type { Language } from '../../kit/formats/index.ts';

/** Sentences by their key; {…} are parameters. */
export type Sentences = Readonly<Record<string, string>>;

const ending: Readonly<Record<Language, RegExp>> = { 'zh-CN': /(^zh|Zh)$/, en: /(^en|En)$/ };

/** All sentences of one language in a module of messages: its exports `zh` or `…Zh`, `en` or `…En`, put together. */
export function sentencesOf(module: Readonly<Record<string, unknown>>, language: Language): Sentences {
  const found: Record<string, string> = {};
  for (const [name, sentences] of Object.entries(module)) {
    if (ending[language].test(name)) Object.assign(found, sentences);
  }
  return found;
}
