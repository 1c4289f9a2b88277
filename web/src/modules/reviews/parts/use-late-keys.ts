import { type RefObject, useEffect, useRef } from 'react';

const STEPS: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

/** Moves to the check box of the row above or below. */
function step(list: HTMLElement, from: Element, by: number): void {
  const boxes = [...list.querySelectorAll<HTMLInputElement>('input[type="checkbox"]')];
  const here = boxes.findIndex((box) => box.closest('li') === from.closest('li'));
  boxes[Math.min(boxes.length - 1, Math.max(0, here + by))]?.focus();
}

/** Keys of the list of overdue records: J and K move, C and A act on the record at hand. */
export function useLateKeys(
  list: RefObject<HTMLUListElement | null>,
  acts: { readonly onCause: (recordId: string) => void; readonly onAction: (recordId: string) => void } | undefined,
): void {
  const latest = useRef(acts);
  useEffect(() => {
    latest.current = acts;
  });
  useEffect(() => {
    const box = list.current;
    const byKey = (event: KeyboardEvent) => {
      const { current } = latest;
      if (!box || !current || event.ctrlKey || event.metaKey || event.altKey) return;
      const from = event.target instanceof Element ? event.target : box;
      const by = STEPS[event.key];
      const here = from.closest('li')?.dataset['record'];
      if (by !== undefined) step(box, from, by);
      else if (event.key === 'c' && here) current.onCause(here);
      else if (event.key === 'a' && here) current.onAction(here);
      else return;
      event.preventDefault();
    };
    box?.addEventListener('keydown', byKey);
    return () => box?.removeEventListener('keydown', byKey);
  }, [list]);
}
