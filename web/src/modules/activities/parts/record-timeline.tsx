import type { FollowUp, TimelineEntry } from '@dealtrail/protocol/activities';
import { useSay } from '../../../kernel/i18n/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Day } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { Timeline, type TimelineItem } from '../../../kit/timeline/index.ts';
import { useTimeline } from '../queries.ts';
import { RecordTalk } from './record-talk.tsx';
import { useActivityWords } from './words.ts';
import './record-lists.css';

interface RecordTimelineProps {
  readonly recordId: string;
  /** Name of a state of this kind of record. */
  readonly stateWord?: ((state: string) => string) | undefined;
}

function Told({ followUp }: { readonly followUp: FollowUp }) {
  const word = useActivityWords();
  const { content, feedback, nextStep, nextStepOn, nextStepTime, outcome } = followUp;
  const next = nextStep ?? (nextStepOn ? word('activities.timeline.nextTry') : null);
  return (
    <>
      {content && <p>{content}</p>}
      {feedback && <p>{word('activities.timeline.feedback', { text: feedback })}</p>}
      {next && (
        <p>
          {outcome === 'reached' ? word('activities.timeline.nextStep', { text: next }) : next}
          {nextStepOn && (
            <>
              {' '}
              <Day day={nextStepOn} /> {nextStepTime}
            </>
          )}
        </p>
      )}
    </>
  );
}

function useItems({ stateWord }: Omit<RecordTimelineProps, 'recordId'>) {
  const word = useActivityWords();
  const say = useSay();
  const followUpItem = (entry: TimelineEntry, followUp: FollowUp): TimelineItem => {
    const after = followUp.stateAfter && stateWord ? stateWord(followUp.stateAfter) : undefined;
    return {
      key: entry.id,
      at: entry.at,
      title: (
        <Facts>
          {word(`followUpMethod.${followUp.method}`)}
          {word(`followUpOutcome.${followUp.outcome}`)}
        </Facts>
      ),
      by: (
        <Facts>
          {followUp.behalfOf
            ? say({ key: 'kernel.behalf', params: { by: followUp.authorName ?? '', behalfOf: followUp.behalfOf } })
            : followUp.authorName}
          {followUp.enteredLate && word('activities.timeline.enteredLate')}
        </Facts>
      ),
      body: <Told followUp={followUp} />,
      ...(after ? { note: word('activities.timeline.stateAfter', { state: after }) } : {}),
      ...(followUp.outcome === 'reached' ? { tone: 'strong' as const } : {}),
    };
  };
  return (entry: TimelineEntry): TimelineItem => {
    if (entry.kind === 'comment')
      return {
        key: entry.id,
        at: entry.at,
        title: word('activities.comment'),
        by: entry.actorName,
        body: <p className="comment-said">{entry.comment}</p>,
      };
    if (entry.followUp) return followUpItem(entry, entry.followUp);
    const late = entry.type === 'clocks.overdue' || entry.type === 'clocks.escalated';
    return {
      key: entry.id,
      at: entry.at,
      title: say(entry.text),
      ...(late ? { tone: 'late' as const } : {}),
    };
  };
}

/** What happened to a record: follow-ups in full, facts with their rule, newest first. */
export function RecordTimeline({ recordId, stateWord }: RecordTimelineProps) {
  const found = useTimeline(recordId);
  const item = useItems({ stateWord });
  if (found.error) return <ProblemState error={found.error} onRetry={found.retry} />;
  if (!found.entries) return <Skeleton count={4} />;
  return (
    <>
      <RecordTalk recordId={recordId} />
      <Timeline items={found.entries.map(item)} onMore={found.onMore} loadingMore={found.loadingMore} />
    </>
  );
}
