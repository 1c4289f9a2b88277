export { FilterBar } from './filter-bar.tsx';
export { type Filter, type FilterField, withoutFields } from './filter-model.ts';
export { readFilter, writeFilter } from './filter-text.ts';
