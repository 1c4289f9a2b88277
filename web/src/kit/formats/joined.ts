import type { Language } from './language.ts';

/** What stands between: names of a list, facts of one line, clauses of one reason. */
const between: Readonly<Record<'names' | 'facts' | 'clauses', Readonly<Record<Language, string>>>> = {
  names: { 'zh-CN': '、', en: ', ' },
  facts: { 'zh-CN': '，', en: ', ' },
  clauses: { 'zh-CN': '；', en: '; ' },
};

/** Texts in one line with the marks of the language between them; empty ones leave no mark behind. */
export function joined(
  texts: readonly (string | null | undefined | false)[],
  as: keyof typeof between,
  language: Language,
): string {
  return texts.filter(Boolean).join(between[as][language]);
}
