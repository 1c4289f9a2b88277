export { compileFilter } from './compile-filter.ts';
export { compileMeeting, type FilterRow, type Met } from './compile-predicate.ts';
export type { FilterContext } from './condition.ts';
export { CursorRefused, type CursorScope, decodeCursor, encodeCursor } from './cursor.ts';
export { declareFields, type FilterField, type FilterFields, questionsOf, type WordReader } from './field.ts';
export { FilterRefused } from './refused.ts';
export { parseFilter } from './resolve.ts';
export { type CompiledSort, compileSort } from './sort.ts';
