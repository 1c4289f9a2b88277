export { FilterBar } from './filter-bar.tsx';
export type { Filter, FilterField } from './filter-model.ts';
export { readFilter, writeFilter } from './filter-text.ts';
