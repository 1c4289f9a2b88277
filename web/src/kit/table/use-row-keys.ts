import { type RefObject, useCallback, useEffect, useRef } from 'react';

interface RowKeys {
  readonly active: number;
  readonly count: number;
  readonly rowHeight: number;
  readonly onMove: (index: number) => void;
  /** Takes the open peek along; absent while none is open. */
  readonly onPeek: ((index: number) => void) | undefined;
  /** Picks the row; with `range` all from the one picked before. */
  readonly onPick: ((index: number, range: boolean) => void) | undefined;
  /** Opens the row's own page. */
  readonly onOpen: (index: number) => void;
  /** Calls an act of the page on the row by its letter; false when the letter stands for none. */
  readonly onLetter: (letter: string, index: number) => boolean;
  /** Line of a row, headings counted. */
  readonly lineOf: (index: number) => number;
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

/** X anywhere, Space on a row but not on its box, which is picked by it anyway. */
function picks({ key, target }: KeyboardEvent, inside: boolean): boolean {
  if (key === 'x' || key === 'X') return true;
  return key === ' ' && inside && !(target instanceof HTMLInputElement) && !(target instanceof HTMLButtonElement);
}

function stepOf(key: string, inside: boolean): 1 | -1 | undefined {
  if (key === 'j' || (inside && key === 'ArrowDown')) return 1;
  if (key === 'k' || (inside && key === 'ArrowUp')) return -1;
  return undefined;
}

/** What a key asks for beside moving: editing the first value of the row, or the search box of the page. */
function reach(box: HTMLElement | null, key: string, active: number): boolean {
  const wanted =
    key === '/'
      ? document.querySelector<HTMLElement>('.k-search input, input.k-search')
      : key === 'e'
        ? box?.querySelector<HTMLElement>(`tr[data-index="${active}"] .k-edit-face`)
        : null;
  wanted?.focus();
  return Boolean(wanted);
}

/**
 * The list by keyboard: J / K anywhere on the page and arrows inside the list move, X or Space picks (with Shift a
 * range), Enter opens, E goes to the first value that may be changed, / to the search box; other letters are the page's.
 */
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
        if (box.current) bring(box.current, now.lineOf(next), now.rowHeight);
        now.onPeek?.(next);
      } else if (picks(event, inside) && now.onPick) {
        event.preventDefault();
        now.onPick(now.active, event.shiftKey);
      } else if (event.key === 'Enter' && event.target === document.body) {
        now.onOpen(now.active);
      } else if (now.onLetter(event.key.toLowerCase(), now.active) || reach(box.current, event.key, now.active))
        event.preventDefault();
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
