import { useEffect } from 'react';
import { useGo } from '../../routing/index.ts';

/** Cells on their way from a list to the import of its rows; taken once, so that they are not offered again. */
let carried = '';

/** The cells somebody pasted into the list they come from; empty when there are none. */
export function carriedCells(): string {
  return carried;
}

/** Forgets them, once they are a sheet. */
export function dropCarriedCells(): void {
  carried = '';
}

/** Whether copied text is cells of a sheet: more than one of them, beside or below each other. */
export function areCells(text: string): boolean {
  return /\S[\s\S]*[\t\n][\s\S]*\S/.test(text);
}

const typingIn = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, select, [contenteditable], [role="dialog"]') !== null;

/** Ctrl+V on a list: cells copied in a spreadsheet go to the import at `path`; pasting into a field stays what it is. */
export function usePasteToImport(path: string, enabled: boolean): void {
  const go = useGo();
  useEffect(() => {
    if (!enabled) return undefined;
    const take = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text/plain') ?? '';
      if (typingIn(event.target) || document.querySelector('[role="dialog"]') || !areCells(text)) return;
      event.preventDefault();
      carried = text;
      go(`${path}?paste=1`);
    };
    document.addEventListener('paste', take);
    return () => document.removeEventListener('paste', take);
  }, [path, enabled, go]);
}
