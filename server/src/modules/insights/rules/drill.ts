import type { Filter } from '@dealtrail/protocol/kernel';

/** The filter, as JSON text, that opens exactly the records for which all these questions hold. */
export function drillOf(...questions: readonly Filter[]): string {
  return JSON.stringify({ all: questions });
}

/** Created on these days of the organisation's zone, both in. */
export const createdIn = ({ from, to }: { readonly from: string; readonly to: string }): Filter => ({
  field: 'createdAt',
  op: 'between',
  value: [from, to],
});

/** The field holds this value, or nothing at all for null. */
export const holds = (field: string, value: string | null): Filter =>
  value === null ? { field, op: 'isEmpty', value: true } : { field, op: 'eq', value };

/** The field holds something. */
export const isGiven = (field: string): Filter => ({ field, op: 'isEmpty', value: false });

/** 已转化: a signing exists. */
export const isConverted: Filter = isGiven('convertedOn');

/** Became customer and contacts, or was signed without that. */
export const isQualified: Filter = { any: [isGiven('qualifiedAt'), isConverted] };

/** Reached after the assignment, or moved on as only a reached one can. */
export const isContacted: Filter = {
  any: [
    isGiven('firstTouchAt'),
    { field: 'state', op: 'in', value: ['contacted', 'need_confirmed', 'proposal_submitted', 'negotiating', 'won'] },
    isQualified,
  ],
};

/** An owner works on it. */
export const isWorkedOn: Filter = {
  field: 'state',
  op: 'in',
  value: ['assigned', 'contacted', 'need_confirmed', 'proposal_submitted', 'negotiating'],
};

/** 停滞 (R69): running, and still for 14 days. */
export const isStalled: readonly Filter[] = [
  { field: 'state', op: 'eq', value: 'open' },
  { field: 'lastMovementAt', op: 'lt', value: { relative: '-336h' } },
];
