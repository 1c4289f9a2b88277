import type { RowDensity, ViewShape } from '@dealtrail/protocol/views';

/** What of a list's look is kept in this browser until it is saved with the view: too long for an address. */
export interface Draft {
  readonly columns?: ViewShape['columns'];
  readonly density?: RowDensity | null;
}

const placeOf = (list: string, viewId: string) => `look.${list}.${viewId}`;

/** What was changed of a view and not saved; nonsense reads as nothing. */
export function readDraft(list: string, viewId: string): Draft {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(placeOf(list, viewId)) ?? '{}');
    return typeof found === 'object' && found !== null ? found : {};
  } catch {
    return {};
  }
}

/** Keeps what was changed of a view; a full or forbidden store only means that it lasts until the page is left. */
export function keepDraft(list: string, viewId: string, draft: Draft): void {
  try {
    if (Object.keys(draft).length === 0) localStorage.removeItem(placeOf(list, viewId));
    else localStorage.setItem(placeOf(list, viewId), JSON.stringify(draft));
  } catch {
    // Nothing is lost that the person could not choose again.
  }
}
