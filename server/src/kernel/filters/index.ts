export { type CompiledFilter, compileFilter, type Placement } from './compile-filter.ts';
export { compilePredicate, type FilterRow } from './compile-predicate.ts';
export type { FilterContext } from './condition.ts';
export { CursorRefused, type CursorScope, decodeCursor, encodeCursor } from './cursor.ts';
export { declareFields, type FilterField, type FilterFields } from './field.ts';
export { FilterRefused, type RefusalReason } from './refused.ts';
export { parseFilter } from './resolve.ts';
export { type CompiledSort, compileSort, type Position } from './sort.ts';
