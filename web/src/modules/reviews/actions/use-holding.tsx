import { dropReviewAction, type Review } from '@dealtrail/protocol/reviews';
import { type ReactNode, useState } from 'react';
import { useAct } from '../../../kernel/client/index.ts';
import { ActionDialog } from './action-dialog.tsx';
import { CauseDialog } from './cause-dialog.tsx';
import type { ActionDraft, Holding } from './holding.ts';

type Doing =
  | { readonly kind: 'cause'; readonly recordIds: readonly string[] }
  | { readonly kind: 'action'; readonly draft: ActionDraft };

/** What the holder may do with an open review, and the window it opens; nothing for readers. */
export function useHolding(review: Review): { readonly holding: Holding | undefined; readonly window: ReactNode } {
  const [doing, setDoing] = useState<Doing>();
  const drop = useAct(dropReviewAction, { invalidates: ['reviews.*'] });
  const close = () => setDoing(undefined);
  if (!review.abilities.hold) return { holding: undefined, window: null };
  const holding: Holding = {
    onCause: (recordIds) => setDoing({ kind: 'cause', recordIds }),
    onAction: (draft) => setDoing({ kind: 'action', draft }),
    onDrop: (actionId) => drop.press({ params: { id: review.id }, body: { actionId } }),
  };
  const window =
    doing?.kind === 'cause' ? (
      <CauseDialog reviewId={review.id} recordIds={doing.recordIds} onClose={close} />
    ) : doing ? (
      <ActionDialog reviewId={review.id} draft={doing.draft} onClose={close} />
    ) : null;
  return { holding, window };
}
