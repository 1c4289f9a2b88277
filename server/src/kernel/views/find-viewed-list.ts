import { type Actor, may } from '../access/index.ts';
import type { Registry } from '../house/module.ts';
import { problem } from '../http/problem.ts';
import type { ViewedList } from './viewed-list.ts';

/** The list of this name, which the member may see; 422 `list_unknown`, 403 where they may not. */
export function findViewedList(registry: Registry, actor: Actor, name: string): ViewedList {
  const viewed = registry.lists.get(name);
  if (!viewed) throw problem('list_unknown');
  if (!may(actor, viewed.list.permission)) throw problem('not_allowed');
  return viewed;
}
