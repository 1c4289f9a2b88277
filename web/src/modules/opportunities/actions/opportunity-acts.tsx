import type { Opportunity } from '@dealtrail/protocol/opportunities';
import { recordOpportunityFollowUp } from '@dealtrail/protocol/opportunities';
import { type ReactNode, useState } from 'react';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Sheet } from '../../../kit/dialog/index.tsx';
import { Skeleton } from '../../../kit/states/index.ts';
import { FollowUpSheet } from '../../activities/index.ts';
import { followUpTarget } from '../parts/follow-up-target.tsx';
import { StageTasks } from '../parts/stage-tasks.tsx';
import { useOpportunityWords } from '../parts/words.ts';
import { useOpportunity } from '../queries.ts';
import { BulkAssign } from './bulk-dialogs.tsx';
import { CloseSheet } from './close-sheet.tsx';
import type { Do, Doing } from './doing.ts';
import { EditSheet } from './edit-sheet.tsx';
import { SigningSheet } from './signing-sheet.tsx';

interface PlaceProps {
  readonly doing: Doing;
  readonly open: boolean;
  readonly onEnd: () => void;
  readonly onDo: Do;
}

function TasksSheet({
  opportunity,
  doing,
  open,
  onEnd,
}: PlaceProps & { readonly opportunity: Opportunity; readonly doing: Extract<Doing, { kind: 'tasks' }> }) {
  const word = useOpportunityWords();
  return (
    <Sheet open={open} title={word('opportunities.tasks')} note={opportunity.customerName} onClose={onEnd}>
      <StageTasks opportunity={opportunity} asked={doing.label} />
    </Sheet>
  );
}

function Chosen({ opportunity, ...place }: PlaceProps & { readonly opportunity: Opportunity }) {
  const { doing, open, onEnd, onDo } = place;
  const common = { opportunity, open, onClose: onEnd };
  switch (doing.kind) {
    case 'edit':
      return <EditSheet {...common} field={doing.field} />;
    case 'tasks':
      return <TasksSheet {...place} doing={doing} opportunity={opportunity} />;
    case 'close':
      return <CloseSheet {...common} outcome={doing.outcome} onDo={onDo} />;
    case 'signing':
      return <SigningSheet {...common} />;
    case 'assign':
      return open && <BulkAssign choice={{ ids: [opportunity.id] }} onClose={onEnd} onDone={onEnd} />;
    default:
      return (
        <FollowUpSheet
          operation={recordOpportunityFollowUp}
          target={followUpTarget(opportunity)}
          keyed={doing.keyed}
          open={open}
          onClose={onEnd}
        />
      );
  }
}

/** The opportunity is read before its sheet opens; until then, and when that fails, a sheet says so. */
function Place(props: PlaceProps) {
  const word = useOpportunityWords();
  const found = useOpportunity(props.doing.id);
  if (found.data) return <Chosen {...props} opportunity={found.data} />;
  return (
    <Sheet open={props.open} title={word('opportunities.title')} onClose={props.onEnd}>
      {found.isError ? <ProblemState error={found.error} onRetry={() => void found.refetch()} /> : <Skeleton />}
    </Sheet>
  );
}

/** Everything a person can do with one opportunity in a sheet: opens it anywhere, and the place where it stands. */
export function useDoing(): { readonly onDo: Do; readonly place: ReactNode } {
  const [doing, setDoing] = useState<Doing>();
  const [open, setOpen] = useState(false);
  const onDo: Do = (next) => {
    setDoing(next);
    setOpen(true);
  };
  const place = doing && (
    <Place key={`${doing.kind} ${doing.id}`} doing={doing} open={open} onEnd={() => setOpen(false)} onDo={onDo} />
  );
  return { onDo, place };
}
