export { FieldFilter, Filter, type FilterOperator, type FilterValue, type Period } from './filter.ts';
export { ItemsOf, ListQuery, PageOf, Total } from './lists.ts';
export {
  type Answer,
  type BodyKind,
  type Input,
  type OfflineMode,
  type Operation,
  operation,
  type Passed,
  type Permission,
} from './operation.ts';
export { FieldProblem, kernelProblems, Problem, Unmet } from './problem.ts';
export {
  ById,
  Currency,
  Day,
  Id,
  Instant,
  MoneyMinor,
  OptionalText,
  OutDay,
  OutId,
  OutInstant,
  Text,
  Version,
  Why,
} from './values.ts';
