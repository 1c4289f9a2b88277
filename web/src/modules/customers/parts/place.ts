/** Where a customer is, as one word: 江苏 苏州; a city that repeats its province is said once. */
export function placeOf({
  province,
  city,
}: {
  readonly province: string | null;
  readonly city: string | null;
}): string {
  return [...new Set([province, city].filter(Boolean))].join(' ');
}
