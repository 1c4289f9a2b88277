import { type MouseEvent, useEffect, useRef } from 'react';
import { useKit } from '../provider/index.ts';
import type { ListProps } from './list-props.ts';
import { plainPress } from './row-press.ts';

/** The rows of a list as cards, one under the other; the next page is read before the end comes in sight. */
export function CardRows<Row>({
  label,
  columns,
  rows,
  rowKey,
  rowHref,
  onOpen,
  onMore,
  loadingMore,
  renderCard,
}: ListProps<Row>) {
  const { words } = useKit();
  const end = useRef<HTMLDivElement>(null);
  const more = useRef(onMore);
  useEffect(() => {
    more.current = onMore;
  });
  useEffect(() => {
    if (!end.current) return;
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && more.current?.(), {
      rootMargin: '600px',
    });
    watch.observe(end.current);
    return () => watch.disconnect();
  }, [rows.length]);
  const name = columns[0];
  return (
    <>
      <ul className="k-cards" aria-label={label}>
        {rows.map((row) => (
          <li key={rowKey(row)}>
            <div className="k-row-name">
              <a
                href={rowHref(row)}
                onClick={(event: MouseEvent) => {
                  if (!plainPress(event)) return;
                  event.preventDefault();
                  onOpen(row);
                }}
              >
                {name?.render(row)}
              </a>
              {name?.renderBeside?.(row)}
            </div>
            {renderCard(row)}
          </li>
        ))}
      </ul>
      <div ref={end}>{loadingMore && <p className="k-t3">{words.table.loadingMore}</p>}</div>
    </>
  );
}
