/**
 * The form of a word that goes with a number: `{count} {count, lead|leads}` says 1 lead and 2 leads. Numbers may come
 * written out, such as 1,000.
 */
export function formFor(value: unknown, forms: string): string {
  const [one = '', other = one] = forms.split('|');
  return String(value) === '1' ? one : other;
}
