/** What is exported: the rows of a list under its filter, words and order. */
export interface Exported {
  readonly kind: string;
  readonly filter: string | undefined;
  readonly q: string;
  readonly sort: string;
}
