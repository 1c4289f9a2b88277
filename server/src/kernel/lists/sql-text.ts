/** A piece of SQL with `$1…` numbered from its own beginning. */
export interface SqlPiece {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Joins pieces of SQL into one statement, numbering their parameters anew. */
export class SqlText {
  readonly values: unknown[] = [];
  #text = '';

  get text(): string {
    return this.#text;
  }

  /** Adds text that names no parameter. */
  plain(text: string): this {
    this.#text += text;
    return this;
  }

  piece({ text, values }: SqlPiece): this {
    const offset = this.values.length;
    this.#text += offset === 0 ? text : text.replace(/\$(\d+)/g, (_, place: string) => `$${Number(place) + offset}`);
    this.values.push(...values);
    return this;
  }
}
