import type { WorkItem } from '@dealtrail/protocol/insights';

/** What a person is about to do in place. */
export type Acting =
  | { readonly what: 'follow_up'; readonly recordId: string; readonly recordKind: string }
  | { readonly what: 'reason'; readonly clockId: string };

/** Opens the form of an act in place. */
export type OnAct = (acting: Acting) => void;

const places: Readonly<Record<string, string>> = {
  lead: 'leads',
  opportunity: 'opportunities',
  customer: 'customers',
  review: 'reviews',
};

/** Address of the record a line is about; undefined where there is none the reader may see. */
export function recordAddress({ recordKind, recordId }: Pick<WorkItem, 'recordKind' | 'recordId'>): string | undefined {
  const place = recordKind === null ? undefined : places[recordKind];
  return place && recordId ? `/${place}/${recordId}` : undefined;
}
