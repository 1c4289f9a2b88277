import type { ReactNode } from 'react';
import { Button } from '../button/index.ts';
import { Moment } from '../formats/index.ts';
import { useKit } from '../provider/index.ts';
import './timeline.css';

/** One thing that happened. */
export interface TimelineItem {
  readonly key: string;
  readonly at: string;
  readonly title: ReactNode;
  /** Who did it, or which rule. */
  readonly by?: ReactNode;
  readonly body?: ReactNode;
  /** Quiet words after the body. */
  readonly note?: ReactNode;
  readonly tone?: 'strong' | 'late';
}

/** What happened to a record, newest first; older entries are asked for. */
export function Timeline({
  items,
  onMore,
  loadingMore = false,
}: {
  readonly items: readonly TimelineItem[];
  readonly onMore?: (() => void) | undefined;
  readonly loadingMore?: boolean;
}) {
  const { words } = useKit();
  if (items.length === 0) return <p className="k-t3">{words.timeline.empty}</p>;
  return (
    <>
      <ol className="k-timeline">
        {items.map((item) => (
          <li key={item.key} className={item.tone ?? ''}>
            <div>
              <h3>{item.title}</h3>{' '}
              <span className="k-s12 k-t3">
                <Moment at={item.at} />
                {item.by && (
                  <>
                    <i className="k-sep" aria-hidden="true" />
                    {item.by}
                  </>
                )}
              </span>
            </div>
            {item.body && <div className="body">{item.body}</div>}
            {item.note && <div className="k-s12 k-t2">{item.note}</div>}
          </li>
        ))}
      </ol>
      {onMore && (
        <Button kind="link" small busy={loadingMore} onClick={onMore}>
          {words.timeline.more}
        </Button>
      )}
    </>
  );
}
