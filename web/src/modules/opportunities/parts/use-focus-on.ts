import { useEffect } from 'react';

/** A sheet or dialog takes the focus for itself when it opens; by then it has. */
const AFTER_OPENING_MS = 80;

/** Puts the cursor into an input of a sheet or dialog that has just opened, by the input's id. */
export function useFocusOn(id: string | undefined): void {
  useEffect(() => {
    if (!id) return undefined;
    const timer = setTimeout(() => {
      const input = document.getElementById(id);
      input?.scrollIntoView({ block: 'center' });
      input?.focus();
    }, AFTER_OPENING_MS);
    return () => clearTimeout(timer);
  }, [id]);
}
