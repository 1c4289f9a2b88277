import { invalidateLead, type Lead, recordFollowUp, screenOutLead } from '@dealtrail/protocol/leads';
import { FollowUpSheet } from '../../activities/index.ts';
import { useFollowUpTarget } from '../parts/use-follow-up-target.ts';
import { AssignDialog } from './assign-dialog.tsx';
import { ConvertDialog } from './convert-dialog.tsx';
import { EditLeadSheet } from './edit-lead-sheet.tsx';
import { PassOnDialog } from './giving/pass-on-dialog.tsx';
import { RefuseDialog } from './giving/refuse-dialog.tsx';
import { InvalidateDialog } from './invalidate-dialog.tsx';
import { PauseDialog } from './pause-dialog.tsx';
import { ReturnDialog } from './pools/pool-dialogs.tsx';

/** The window that is open over a lead. */
export type LeadWindow =
  | 'follow_up'
  | 'follow_up_by_key'
  | 'convert'
  | 'assign'
  | 'pause'
  | 'invalidate'
  | 'edit'
  | 'return'
  | 'pass_on'
  | 'screen_out'
  | 'refuse';

interface LeadWindowsProps {
  readonly lead: Lead;
  readonly open: LeadWindow | undefined;
  readonly onClose: () => void;
}

/** The windows in which something is done with a lead. */
export function LeadWindows({ lead, open, onClose }: LeadWindowsProps) {
  const target = useFollowUpTarget(lead);
  return (
    <>
      <FollowUpSheet
        operation={recordFollowUp}
        target={target}
        open={open?.startsWith('follow_up') ?? false}
        keyed={open === 'follow_up_by_key'}
        onClose={onClose}
      />
      {open === 'convert' && <ConvertDialog lead={lead} onClose={onClose} />}
      {open === 'assign' && <AssignDialog lead={lead} onClose={onClose} />}
      {open === 'pause' && <PauseDialog lead={lead} onClose={onClose} />}
      {open === 'invalidate' && <InvalidateDialog lead={lead} by={invalidateLead} onClose={onClose} />}
      {open === 'screen_out' && <InvalidateDialog lead={lead} by={screenOutLead} onClose={onClose} />}
      {open === 'return' && <ReturnDialog lead={lead} onClose={onClose} />}
      {open === 'edit' && <EditLeadSheet lead={lead} onClose={onClose} />}
      {open === 'pass_on' && <PassOnDialog lead={lead} onClose={onClose} />}
      {open === 'refuse' && <RefuseDialog lead={lead} onClose={onClose} />}
    </>
  );
}
