export { factsQuery } from './facts-query.ts';
export { countRows, everyRow, filterOf, type ListContext, listCondition, listQuery } from './list-query.ts';
export { type AnyList, defineList, instant, type ListSpec } from './list-spec.ts';
