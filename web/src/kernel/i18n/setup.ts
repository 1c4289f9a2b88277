import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '../../kit/formats/index.ts';
import { formFor } from './plural.ts';
import { sentencesOf } from './sentences.ts';

type Load = () => Promise<Record<string, unknown>>;

const protocolMessages = {
  zh: import.meta.glob<Record<string, unknown>>('../../../../protocol/src/*/messages/index.ts', {
    query: '?language=zh',
  }),
  en: import.meta.glob<Record<string, unknown>>('../../../../protocol/src/*/messages/index.ts', {
    query: '?language=en',
  }),
};
const screenMessages = import.meta.glob<Record<string, unknown>>([
  '../../modules/*/messages/{zh,en}.ts',
  '../../pages/*/messages/{zh,en}.ts',
  '../../app/messages/{zh,en}.ts',
  '../messages/{zh,en}.ts',
  '../*/messages/{zh,en}.ts',
]);

/** All sentences share one space of keys, as they do on the server. */
const SPACE = 'words';

const loaded = new Set<string>();
const asked = new Map<string, Promise<void>>();

/** Behind a chapter's name: only what the server says of it, without the words of its screens. */
const SAID = ':said';

function sourcesOf(wanted: string, language: Language): readonly Load[] {
  const file = language === 'zh-CN' ? 'zh' : 'en';
  const chapter = wanted.replace(SAID, '');
  const said = protocolMessages[file][`../../../../protocol/src/${chapter}/messages/index.ts`];
  if (wanted.endsWith(SAID)) return said ? [said] : [];
  const paths = [
    said,
    screenMessages[`../../modules/${chapter}/messages/${file}.ts`],
    screenMessages[`../../pages/${chapter}/messages/${file}.ts`],
    chapter === 'app' ? screenMessages[`../../app/messages/${file}.ts`] : undefined,
    chapter === 'kernel' ? screenMessages[`../messages/${file}.ts`] : undefined,
    screenMessages[`../${chapter}/messages/${file}.ts`],
  ];
  return paths.filter((load): load is Load => load !== undefined);
}

async function bring(chapter: string, language: Language): Promise<void> {
  const modules = await Promise.all(sourcesOf(chapter, language).map((load) => load()));
  for (const module of modules) i18next.addResourceBundle(language, SPACE, sentencesOf(module, language), true, true);
}

/** Brings the sentences of chapters, pages, `app` and `kernel` in the present language, once each. */
export async function loadWords(chapters: readonly string[]): Promise<void> {
  const language = i18next.language as Language;
  await Promise.all(
    chapters.map((chapter) => {
      loaded.add(chapter);
      const key = `${language} ${chapter}`;
      const under = asked.get(key) ?? bring(chapter, language);
      asked.set(key, under);
      return under;
    }),
  );
}

/** Brings the sentences in which the server speaks of a chapter. */
export function loadSaid(chapter: string): Promise<void> {
  return loadWords([`${chapter}${SAID}`]);
}

/** Starts the words in one language. */
export async function startWords(language: Language): Promise<void> {
  await i18next
    .use(initReactI18next)
    .use({ type: 'formatter', init: () => undefined, format: formFor } as const)
    .init({
      lng: language,
      fallbackLng: false,
      ns: [SPACE],
      defaultNS: SPACE,
      resources: {},
      keySeparator: false,
      nsSeparator: false,
      returnEmptyString: false,
      interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
      react: { useSuspense: false, bindI18nStore: 'added' },
    });
}

/** Changes the language; what is on screen changes when its words are there, never key by key. */
export async function switchLanguage(language: Language): Promise<void> {
  await Promise.all(
    [...loaded].map((chapter) => {
      const key = `${language} ${chapter}`;
      const under = asked.get(key) ?? bring(chapter, language);
      asked.set(key, under);
      return under;
    }),
  );
  await i18next.changeLanguage(language);
}
