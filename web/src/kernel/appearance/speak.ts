import type { Language } from '../../kit/formats/index.ts';
import { setSurroundings } from '../client/index.ts';
import { switchLanguage } from '../i18n/index.ts';
import { setAppearance } from './appearance.ts';

/** The languages of the product, each by its own name. */
export const languages: Readonly<Record<Language, string>> = { 'zh-CN': '简体中文', en: 'English' };

/** Changes the language of everything, answers of the server included. */
export async function speak(language: Language): Promise<void> {
  setSurroundings({ language });
  await switchLanguage(language);
  setAppearance({ language });
}
