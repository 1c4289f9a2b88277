export { contentIn } from './content.ts';
export {
  defineRuleBook,
  type PastAsker,
  type PastOfBook,
  type RuleBook,
} from './rule-book.ts';
export { explain } from './rules/explain.ts';
export {
  type BookContent,
  type BookRule,
  type Judge,
  judgeBy,
  markOf,
  ruleContext,
  type Spoken,
} from './rules/judge-by-rules.ts';
export { type InForce, inForce } from './store/version-store.ts';
