import type { ClockLine } from '@dealtrail/protocol/clocks';

const places: Readonly<Record<string, string>> = {
  lead: 'leads',
  opportunity: 'opportunities',
  customer: 'customers',
  review: 'reviews',
};

/** Address of the record a clock hangs on; the board itself where its kind has no page. */
export function recordAddress({ recordKind, recordId }: Pick<ClockLine, 'recordKind' | 'recordId'>): string {
  const place = places[recordKind];
  return place ? `/${place}/${recordId}` : '/clocks';
}

/** Whether its limit has passed and nobody has said why. */
export function owesReason({ abilities, lateReason }: Pick<ClockLine, 'abilities' | 'lateReason'>): boolean {
  return abilities.explain && lateReason === null;
}

/** Kinds of record whose changes move clocks. */
export const liveKinds = ['lead', 'customer', 'opportunity'] as const;
