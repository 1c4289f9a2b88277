export { enWords } from './en.ts';
export type { KitWords } from './kit-words.ts';
export { zhWords } from './zh.ts';
