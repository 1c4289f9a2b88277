export { loadWords, startWords, switchLanguage } from './setup.ts';
export { useSay, useWords } from './use-words.ts';
