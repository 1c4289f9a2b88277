import type { MouseEvent } from 'react';

/** A press without a key that asks the browser for a new tab or window. */
export function plainPress(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}
