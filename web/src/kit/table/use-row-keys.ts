import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

interface RowKeys {
  readonly count: number;
  readonly rowHeight: number;
  readonly onPeek: ((index: number) => void) | undefined;
  /** Whether the peek is open: then moving takes it along. */
  readonly peeking: boolean;
  readonly onPick: ((index: number) => void) | undefined;
}

const HEAD = 36;

function typing(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null;
  return Boolean(
    element?.closest(
      'input:not([type="checkbox"]), textarea, select, [contenteditable], [role="dialog"], [role="menu"], .ant-popover, .ant-modal',
    ),
  );
}

function bring(box: HTMLElement, index: number, rowHeight: number): void {
  const top = index * rowHeight;
  const seen = box.clientHeight - HEAD - rowHeight;
  if (top < box.scrollTop) box.scrollTop = top;
  else if (top > box.scrollTop + seen) box.scrollTop = top - seen;
}

/** The row the keyboard is on: J / K and arrows move it, Enter opens, Space picks; only its name is in the tab order. */
export function useRowKeys(
  box: RefObject<HTMLElement | null>,
  keys: RowKeys,
): { readonly active: number; readonly setActive: (index: number) => void } {
  const [active, setActive] = useState(0);
  const state = useRef({ ...keys, active });
  const moved = useRef(false);
  useEffect(() => {
    state.current = { ...keys, active };
  });
  const act = useCallback(
    (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
      const now = state.current;
      const inside = box.current?.contains(event.target as Node) ?? false;
      const down = event.key === 'j' || (inside && event.key === 'ArrowDown');
      const up = event.key === 'k' || (inside && event.key === 'ArrowUp');
      if (down || up) {
        event.preventDefault();
        const next = Math.min(now.count - 1, Math.max(0, now.active + (down ? 1 : -1)));
        moved.current = true;
        setActive(next);
        if (box.current) bring(box.current, next, now.rowHeight);
        if (now.peeking) now.onPeek?.(next);
      } else if (inside && event.key === ' ' && now.onPick && !(event.target instanceof HTMLInputElement)) {
        event.preventDefault();
        now.onPick(now.active);
      }
    },
    [box],
  );
  useEffect(() => {
    window.addEventListener('keydown', act);
    return () => window.removeEventListener('keydown', act);
  }, [act]);
  useEffect(() => {
    if (!moved.current) return;
    moved.current = false;
    box.current
      ?.querySelector<HTMLElement>(`tr[data-index="${active}"] .k-row-name > a`)
      ?.focus({ preventScroll: true });
  });
  return { active, setActive };
}
