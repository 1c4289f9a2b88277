export { FilterBar } from './filter-bar.tsx';
export { chipsOf, type Filter, type FilterField, withoutFields } from './filter-model.ts';
export { chipWords } from './filter-words.ts';
export { readFilter, writeFilter } from './filter-text.ts';
