import { type RefObject, useCallback, useEffect, useRef } from 'react';

interface RowKeys {
  readonly active: number;
  readonly count: number;
  readonly rowHeight: number;
  readonly onMove: (index: number) => void;
  /** Takes the open peek along; absent while none is open. */
  readonly onPeek: ((index: number) => void) | undefined;
  readonly onPick: ((index: number) => void) | undefined;
}

const HEAD = 36;

const elsewhere =
  'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"], .ant-popover, .ant-modal';

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest(elsewhere) !== null;
}

function bring(box: HTMLElement, index: number, rowHeight: number): void {
  const top = index * rowHeight;
  const seen = box.clientHeight - HEAD - rowHeight;
  if (top < box.scrollTop) box.scrollTo({ top });
  else if (top > box.scrollTop + seen) box.scrollTo({ top: top - seen });
}

function stepOf(key: string, inside: boolean): 1 | -1 | undefined {
  if (key === 'j' || (inside && key === 'ArrowDown')) return 1;
  if (key === 'k' || (inside && key === 'ArrowUp')) return -1;
  return undefined;
}

/** Moves the row the keyboard is on: J / K anywhere on the page, arrows inside the list; Space picks. */
export function useRowKeys(box: RefObject<HTMLElement | null>, keys: RowKeys): void {
  const latest = useRef(keys);
  const moved = useRef(false);
  useEffect(() => {
    latest.current = keys;
  });
  const press = useCallback(
    (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      const now = latest.current;
      const inside = box.current?.contains(event.target as Node) ?? false;
      const step = stepOf(event.key, inside);
      if (step) {
        event.preventDefault();
        const next = Math.min(now.count - 1, Math.max(0, now.active + step));
        moved.current = true;
        now.onMove(next);
        if (box.current) bring(box.current, next, now.rowHeight);
        now.onPeek?.(next);
      } else if (inside && event.key === ' ' && now.onPick && !(event.target instanceof HTMLInputElement)) {
        event.preventDefault();
        now.onPick(now.active);
      }
    },
    [box],
  );
  useEffect(() => {
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [press]);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    box.current
      ?.querySelector<HTMLElement>(`tr[data-index="${keys.active}"] .k-row-name > a`)
      ?.focus({ preventScroll: true });
  });
}
