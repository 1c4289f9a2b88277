import type { KeyboardEvent } from 'react';

/** Enter takes the typed day; it does not send the form around it as well. */
export function keepForm(event: KeyboardEvent): void {
  if (event.key === 'Enter') event.preventDefault();
}
