import { type FollowUpLine, listFollowUps, type QualityReason } from '@dealtrail/protocol/activities';
import { useState } from 'react';
import { useOperation } from '../../../kernel/client/index.ts';
import { Link } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Sheet } from '../../../kit/dialog/index.tsx';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { SearchBox } from '../../../kit/search/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { useActivityWords } from '../parts/words.ts';
import { pageOfRecord } from '../rules/page-of-record.ts';

/** Which follow-ups stand behind a number. */
export interface Behind {
  readonly title: string;
  readonly authorId: string;
  readonly from: string;
  readonly to: string;
  readonly reason?: QualityReason;
}

function Line({ line }: { readonly line: FollowUpLine }) {
  const word = useActivityWords();
  const page = pageOfRecord(line.recordKind, line.recordId);
  return (
    <li>
      <div className="k-row">
        <b className="k-grow k-clip">{page ? <Link to={page}>{line.recordTitle}</Link> : line.recordTitle}</b>
        <span className="k-number">{line.score ?? '—'}</span>
      </div>
      <div className="k-s12 k-t3">
        <Facts>
          <Moment at={line.occurredAt} />
          {word(`followUpMethod.${line.method}`)}
          {word(`followUpOutcome.${line.outcome}`)}
        </Facts>
      </div>
      {line.content && <p>{line.content}</p>}
      {line.feedback && <p>{word('activities.timeline.feedback', { text: line.feedback })}</p>}
      {line.nextStep && <p>{word('activities.timeline.nextStep', { text: line.nextStep })}</p>}
      {line.files.length > 0 && <p className="k-s12 k-t2">{line.files.join(' · ')}</p>}
      <div className="k-row k-wrap">
        {line.reasons.map((reason) => (
          <StateTag key={reason}>{word(`qualityReason.${reason}`)}</StateTag>
        ))}
      </div>
    </li>
  );
}

/** The follow-ups behind a number, found by what was said or the name of a file. */
export function FollowUpsSheet({ behind, onClose }: { readonly behind: Behind; readonly onClose: () => void }) {
  const word = useActivityWords();
  const [q, setQ] = useState('');
  const { title, ...asked } = behind;
  const found = useOperation(listFollowUps, { query: { ...asked, ...(q ? { q } : {}) } }, { keep: true });
  return (
    <Sheet open title={title} onClose={onClose}>
      <div className="k-stack">
        <SearchBox label={word('activities.quality.search')} value={q} onSearch={setQ} />
        {found.isError && <ProblemState error={found.error} onRetry={() => void found.refetch()} />}
        {!found.data && !found.isError && <Skeleton count={4} />}
        {found.data?.items.length === 0 && <p className="k-t2">{word('activities.quality.nothing')}</p>}
        <ul className="quality-lines">
          {found.data?.items.map((line) => (
            <Line key={line.id} line={line} />
          ))}
        </ul>
        {found.data?.more && <p className="k-s12 k-t3">{word('activities.quality.more')}</p>}
      </div>
    </Sheet>
  );
}
