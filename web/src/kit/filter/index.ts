export { FilterBar } from './filter-bar.tsx';
export type { FieldFilter, Filter, FilterField, FilterKind, FilterOperator, FilterValue } from './filter-model.ts';
export { chipsOf, filterOf } from './filter-model.ts';
export { readFilter, writeFilter } from './filter-text.ts';
