import { type Actor, may } from '../access/index.ts';
import type { Registry } from '../house/module.ts';
import { problem } from '../http/problem.ts';
import type { AnyRuleBook } from './rule-book.ts';

/** The book of this name, which the member may read; 422 `book_unknown`, 403 where they may not. */
export function findBook(registry: Registry, actor: Actor, key: string): AnyRuleBook {
  const book = registry.ruleBooks.get(key);
  if (!book) throw problem('book_unknown');
  if (!may(actor, book.read)) throw problem('not_allowed');
  return book;
}

/** The same for who may change it. */
export function findBookToSave(registry: Registry, actor: Actor, key: string): AnyRuleBook {
  const book = findBook(registry, actor, key);
  if (!may(actor, book.save)) throw problem('not_allowed');
  return book;
}
