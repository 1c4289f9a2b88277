export { type ListContext, listCondition, listQuery, type Page } from './list-query.ts';
export { type AnyList, defineList, instant, type ListFacts, type ListSpec } from './list-spec.ts';
export { refusing } from './refuse.ts';
