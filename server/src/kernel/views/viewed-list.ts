import type { Filter } from '@dealtrail/protocol/kernel';
import type { AnyList } from '../lists/list-spec.ts';

/** A view the product brings; its name is the message `view.<list>.<key>`. */
export interface ShippedView {
  readonly key: string;
  readonly filter?: Filter;
  readonly sort?: string;
  /** Opens first: for members who see only what is their own, or for those who see more. */
  readonly startsFor?: 'own' | 'wider';
}

/** A list people keep views of, with those it starts with in the order of their tabs. */
export interface ViewedList {
  readonly list: AnyList;
  readonly views: readonly ShippedView[];
}
