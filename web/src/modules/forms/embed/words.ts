import { formsEn, formsZh } from '@dealtrail/protocol/forms/messages';
import { en } from '../messages/en.ts';
import { zh } from '../messages/zh.ts';

const languages = { zh: { ...formsZh, ...zh }, en: { ...formsEn, ...en } };

/** A sentence of the form by its key; `{name}` stands for a part. */
export type Say = (key: keyof typeof languages.zh, parts?: Readonly<Record<string, string>>) => string;

/** The sentences in the language of the page that shows the form: English where it says so, else Chinese. */
export function sayFor(element: Element): Say {
  const page = element.closest<HTMLElement>('[lang]')?.lang || globalThis.navigator.language;
  const sentences = languages[page.toLowerCase().startsWith('en') ? 'en' : 'zh'];
  return (key, parts = {}) => sentences[key].replace(/\{(\w+)\}/g, (whole, name: string) => parts[name] ?? whole);
}
