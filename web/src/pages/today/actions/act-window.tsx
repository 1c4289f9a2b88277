import { LateReasonDialog } from '../../../modules/activities/index.ts';
import { FollowUpWindow } from '../../../modules/opportunities/index.ts';
import type { Acting } from './acting.ts';

/** The form an act of Today opens in place; its code comes with the first one. */
export function ActWindow({
  acting,
  open,
  onClose,
}: {
  readonly acting: Acting;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  if (acting.what === 'reason') return <LateReasonDialog clockId={acting.clockId} open={open} onClose={onClose} />;
  return <FollowUpWindow recordKind={acting.recordKind} id={acting.recordId} open={open} onClose={onClose} />;
}
