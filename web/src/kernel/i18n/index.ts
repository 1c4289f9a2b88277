export { loadWords, startWords, switchLanguage } from './setup.ts';
export { useSay, useWords, type Word } from './use-words.ts';
