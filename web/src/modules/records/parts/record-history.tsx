import { lazy, type ReactNode, Suspense, useId, useState } from 'react';
import { Card } from '../../../kit/card/index.ts';
import { Tabs } from '../../../kit/page/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { useRecordHead } from '../queries.ts';
import { useRecordWords } from './words.ts';

const Changes = lazy(async () => ({ default: (await import('./record-changes.tsx')).RecordChanges }));
const Readings = lazy(async () => ({ default: (await import('./record-readings.tsx')).RecordReadings }));

type Part = 'timeline' | 'changes' | 'readings';

interface RecordHistoryProps {
  readonly recordId: string;
  /** Title of the card where there is nothing but the timeline. */
  readonly title: string;
  /** The timeline of the record's own chapter. */
  readonly children: ReactNode;
}

/** The history of a record: what happened, who changed what, and who saw its contact data, as far as one may know. */
export function RecordHistory({ recordId, title, children }: RecordHistoryProps) {
  const word = useRecordWords();
  const panel = useId();
  const [part, setPart] = useState<Part>('timeline');
  const abilities = useRecordHead(recordId).data?.abilities;
  const parts: readonly Part[] = [
    'timeline',
    ...(abilities?.seeChanges ? (['changes'] as const) : []),
    ...(abilities?.seeReaders ? (['readings'] as const) : []),
  ];
  if (parts.length === 1) return <Card title={title}>{children}</Card>;
  const inside = {
    timeline: children,
    changes: <Changes recordId={recordId} />,
    readings: <Readings recordId={recordId} />,
  }[part];
  return (
    <Card title={word('records.history.label')}>
      <div className="k-stack">
        <Tabs
          label={word('records.history.label')}
          tabs={parts.map((value) => ({ value, word: word(`records.history.${value}`) }))}
          value={part}
          onChange={setPart}
          controls={panel}
        />
        <div id={panel} role="tabpanel" aria-label={word(`records.history.${part}`)}>
          <Suspense fallback={<Skeleton count={3} />}>{inside}</Suspense>
        </div>
      </div>
    </Card>
  );
}
