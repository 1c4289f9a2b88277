export { filterOf, type ListContext, listCondition, listQuery } from './list-query.ts';
export { defineList, instant } from './list-spec.ts';
