export { countRows, everyRow, filterOf, type ListContext, listCondition, listQuery } from './list-query.ts';
export { type AnyList, defineList, instant } from './list-spec.ts';
