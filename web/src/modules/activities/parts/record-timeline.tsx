import type { FollowUp, TimelineEntry } from '@dealtrail/protocol/activities';
import type { ReactNode } from 'react';
import { useSay, useWords } from '../../../kernel/i18n/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { dayOf, formatDay } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { useKit, useNow } from '../../../kit/provider/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { Timeline } from '../../../kit/timeline/index.ts';
import type { zh } from '../messages/zh.ts';
import { useHistory } from '../queries.ts';

type Key = keyof typeof zh;

function FollowUpNote({ followUp, from }: { readonly followUp: FollowUp; readonly from: ReactNode }) {
  const word = useWords<Key>();
  const { language, zone } = useKit();
  const today = dayOf(useNow(), zone);
  const { feedback, nextStep, nextStepOn, enteredLate } = followUp;
  const day = nextStepOn ? formatDay(nextStepOn, today, language) : '';
  return (
    <>
      {feedback && <div>{word('activities.feedback', { text: feedback })}</div>}
      {nextStep ? (
        <div>
          {day
            ? word('activities.nextStep.on', { text: nextStep, day })
            : word('activities.nextStep', { text: nextStep })}
        </div>
      ) : (
        day && <div>{word('activities.nextTry', { day })}</div>
      )}
      <Facts>
        <span key="number">{followUp.number}</span>
        {enteredLate && <span key="late">{word('activities.enteredLate')}</span>}
        {from && <span key="from">{from}</span>}
      </Facts>
    </>
  );
}

interface RecordTimelineProps {
  readonly recordId: string;
  /** Words for a follow-up that was written on another record, such as the lead this one came from. */
  readonly carried?: ReactNode;
}

/** What happened to a record and to those whose history it carries on, newest first. */
export function RecordTimeline({ recordId, carried }: RecordTimelineProps) {
  const word = useWords();
  const say = useSay();
  const history = useHistory(recordId);
  if (history.error) return <ProblemState error={history.error} onRetry={history.retry} />;
  if (history.loading) return <Skeleton />;
  const item = ({ id, at, followUp, text, actorName }: TimelineEntry) => {
    if (!followUp) return { key: id, at, title: say(text), by: text?.params['by'] === undefined && actorName };
    const reached = followUp.outcome === 'reached';
    const method = word(`followUpMethod.${followUp.method}`);
    return {
      key: id,
      at,
      title: reached ? method : `${method} ${word(`followUpOutcome.${followUp.outcome}`)}`,
      by: actorName,
      body: followUp.content,
      note: <FollowUpNote followUp={followUp} from={followUp.recordId === recordId ? undefined : carried} />,
      ...(reached ? { tone: 'strong' as const } : {}),
    };
  };
  return <Timeline items={history.entries.map(item)} onMore={history.onMore} loadingMore={history.loadingMore} />;
}
