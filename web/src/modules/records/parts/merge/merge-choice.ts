import type { MergeSide, PickedValue } from '@dealtrail/protocol/records';

/** What was chosen: the record that stays, and for fields the record whose value it takes. */
export interface MergeChoice {
  readonly into: string;
  readonly take: Readonly<Record<string, string>>;
}

export const isEmpty = (value: PickedValue | undefined): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/** Whether the records say different things of a field. */
export const differs = (records: readonly MergeSide[], field: string): boolean =>
  new Set(records.map(({ values }) => JSON.stringify(values[field] ?? null))).size > 1;

/** The record whose value a field has after the merge: as chosen, else the survivor's, else whoever tells one. */
export function giverOf(records: readonly MergeSide[], { into, take }: MergeChoice, field: string): string {
  const chosen = take[field];
  if (chosen !== undefined) return chosen;
  const told = records.filter(({ values }) => !isEmpty(values[field]));
  return told.some(({ id }) => id === into) ? into : (told[0]?.id ?? into);
}

/** What is proposed first: the record with most hanging on it stays, the older one where they are alike. */
export function proposed(records: readonly MergeSide[]): MergeChoice | undefined {
  const weight = ({ along }: MergeSide) => along.reduce((sum, { count }) => sum + count, 0);
  const mayStay = (side: MergeSide) =>
    side.abilities.keep && records.every((other) => other.id === side.id || other.abilities.giveUp);
  const staying = records.filter(mayStay);
  staying.sort((one, other) => weight(other) - weight(one) || one.createdAt.localeCompare(other.createdAt));
  const [best] = staying;
  return best && { into: best.id, take: {} };
}

/** What the verb is told: the fields whose value comes from a record that is given up. */
export function takenFrom(
  records: readonly MergeSide[],
  fields: readonly string[],
  choice: MergeChoice,
): { field: string; from: string }[] {
  return fields
    .filter((field) => differs(records, field))
    .map((field) => ({ field, from: giverOf(records, choice, field) }))
    .filter(({ from }) => from !== choice.into);
}
