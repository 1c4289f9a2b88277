import { getWatch, listWatched, setWatch } from '@dealtrail/protocol/activities';
import { lazy, Suspense, useState } from 'react';
import { useAct, useOperation } from '../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { useActivityWords } from './words.ts';

const CommentBox = lazy(async () => ({ default: (await import('./comment-box.tsx')).CommentBox }));

/** Commenting on a record and following it, over its history. */
export function RecordTalk({ recordId }: { readonly recordId: string }) {
  const word = useActivityWords();
  const [writing, setWriting] = useState(false);
  const watching = useOperation(getWatch, { params: { id: recordId } }).data?.watching;
  const act = useAct(setWatch, { invalidates: [getWatch, listWatched] });
  return (
    <div className="record-talk">
      {writing ? (
        <Suspense fallback={<Skeleton count={1} />}>
          <CommentBox recordId={recordId} onClose={() => setWriting(false)} />
        </Suspense>
      ) : (
        <div className="k-row">
          <Button small icon="chat" onClick={() => setWriting(true)}>
            {word('activities.comment.write')}
          </Button>
          {watching !== undefined && (
            <Button
              small
              kind="quiet"
              icon="star"
              busy={act.busy}
              onClick={() => act.press({ params: { id: recordId }, body: { watching: !watching } })}
            >
              {word(watching ? 'activities.watch.off' : 'activities.watch.on')}
            </Button>
          )}
        </div>
      )}
      <ProblemNotice error={act.error} />
    </div>
  );
}
