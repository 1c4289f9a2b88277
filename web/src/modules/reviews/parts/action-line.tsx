import type { ReviewAction } from '@dealtrail/protocol/reviews';
import { Day } from '../../../kit/formats/index.ts';
import { Facts } from '../../../kit/mark/index.ts';
import { RecordLink } from './record-link.tsx';

type Line = Pick<ReviewAction, 'text' | 'recordId' | 'recordKind' | 'recordTitle' | 'ownerName' | 'dueOn'>;

/** What is to be done, on which record, by whom and by when. */
export function ActionLine({ action }: { readonly action: Line }) {
  return (
    <div className="k-grow">
      <b>{action.text}</b>
      <div className="k-s13 k-t2">
        <Facts>
          {action.recordId && action.recordKind && action.recordTitle !== null && (
            <RecordLink key="record" kind={action.recordKind} id={action.recordId} title={action.recordTitle} />
          )}
          {action.ownerName && <span key="owner">{action.ownerName}</span>}
          <Day key="due" day={action.dueOn} />
        </Facts>
      </div>
    </div>
  );
}
