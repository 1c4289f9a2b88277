import type { ReviewAction } from '@dealtrail/protocol/reviews';

/** An action about to be written or changed: for records, a point of the agenda, or an earlier one that goes on. */
export interface ActionDraft {
  readonly recordIds?: readonly string[];
  readonly point?: ReviewAction['point'];
  readonly carriesId?: string;
  /** The action that is changed. */
  readonly actionId?: string;
  readonly text?: string;
  readonly ownerId?: string | null;
  readonly dueOn?: string;
}

/** What the holder of a review can do on its page; absent for readers. */
export interface Holding {
  readonly onCause: (recordIds: readonly string[]) => void;
  readonly onAction: (draft: ActionDraft) => void;
  readonly onDrop: (actionId: string) => void;
}

/** The same action to be changed. */
export const changing = ({ id, text, ownerId, dueOn }: ReviewAction): ActionDraft => ({
  actionId: id,
  text,
  ownerId,
  dueOn,
});
