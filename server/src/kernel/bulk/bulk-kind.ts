import type { Why } from '@dealtrail/protocol/kernel';
import type { Actor } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import type { AnyList } from '../lists/list-spec.ts';

/** What became of one record. `before` is what its kind needs to undo the change. */
export type BulkOutcome =
  | { readonly changed: { readonly version: number; readonly before: Record<string, unknown> } }
  | 'unchanged'
  | { readonly refused: Why };

/** A record to be judged: whether the actor sees it, and whether the act's permission reaches it. */
export interface BulkSubject {
  readonly id: string;
  readonly title: string;
  readonly allowed: boolean;
}

/** A change to take back, where the record still stands as the act left it. */
export interface BulkBefore {
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly version: number;
}

/** Records of one kind that may be changed together, declared by their chapter in `module.ts`. */
export interface BulkKind<Action = never, Subject extends BulkSubject = BulkSubject> {
  readonly kind: string;
  /** Records are chosen among the rows of this list. */
  readonly list: AnyList;
  /** Without it nobody acts; its scope decides on which records. */
  permissionFor(action: Action): string;
  /** The records among these ids that the actor sees. */
  subjects(tx: Tx, ids: readonly string[], action: Action, actor: Actor): Promise<readonly Subject[]>;
  /** Pure: why a record that may be changed is not, such as being closed. */
  refusal(subject: Subject, action: Action): Why | undefined;
  /**
   * Changes up to 200 records that were judged, through the same core as the act on one; outcomes in order. Rights and
   * refusals are judged again there, since a record may have moved since the preview.
   */
  apply(tx: Tx, ids: readonly string[], action: Action, actor: Actor): Promise<readonly BulkOutcome[]>;
  /** Takes changes back through the same core; outcomes in order. */
  undo(tx: Tx, changes: readonly BulkBefore[], action: Action, actor: Actor): Promise<readonly BulkOutcome[]>;
}

/** Declares a kind; the value is what `bulkRoute` and `module.ts` take. */
export function bulkKind<Action, Subject extends BulkSubject>(kind: BulkKind<Action, Subject>): BulkKind {
  return kind;
}
