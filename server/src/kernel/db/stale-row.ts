/** A row another transaction changed meanwhile; becomes 409 with the current record. */
export class StaleRow extends Error {
  readonly table: string;
  constructor(table: string) {
    super(`row of ${table} changed meanwhile`);
    this.table = table;
  }
}
