import type { KnownChoice } from '@dealtrail/protocol/imports';
import type { Why } from '@dealtrail/protocol/kernel';
import type { Actor } from '../access/index.ts';
import type { Tx } from '../db/index.ts';
import type { Services } from '../house/services.ts';

/** A field that a column may be mapped to. */
export interface ImportField {
  readonly name: string;
  /** Every heading people use for it, in any language. */
  readonly aliases: readonly string[];
  /** True where the cell is a choice, so that Select, 请选择 or N/A count as empty. */
  readonly choice?: boolean;
}

/** One import while its rows are taken in. */
export interface ImportRun {
  readonly id: string;
  /** Who imports, with the rights they have now. */
  readonly actor: Actor;
  readonly fileName: string;
  /** A trial: what `takeIn` writes is rolled back batch by batch, so it must not use up numbers. */
  readonly dryRun: boolean;
  /** What the importer chose for rows whose record is known; one of the kind's own choices. */
  readonly known: KnownChoice;
  readonly services: Services;
  /**
   * The kind's own notes across the batches of one reading, such as keys a trial has met: what a trial wrote is gone
   * when the next batch comes. Empty when a run goes on after a break; a trial then starts from its first row.
   */
  readonly notes: Map<string, unknown>;
}

/** A row ready to be taken in; `line` is its line in the file. */
export interface ImportRow<Values> {
  readonly line: number;
  readonly values: Values;
}

/** What became of a row. Rejected: why, as message keys; the row goes into the error file. */
export type RowOutcome = 'created' | 'merged' | 'duplicate' | { readonly rejected: readonly Why[] };

/** A kind of record that files can bring, declared by its chapter in `module.ts`. */
export interface ImportKind<Values = never> {
  readonly kind: string;
  /** Without it nobody starts an import, and one that waits or runs ends at its next turn. */
  readonly permission: string;
  readonly fields: readonly ImportField[];
  /** What may be chosen for rows whose record is known, the usual one first; absent: blanks are filled. */
  readonly known?: readonly KnownChoice[];
  /** Pure: reads the cleaned cells of one row by field name; '' where the cell is empty, absent where no column feeds it. */
  prepare(cells: Readonly<Record<string, string>>): { readonly values: Values } | { readonly rejected: readonly Why[] };
  /**
   * Takes up to 200 rows in, in one transaction with its account, and tells what became of each, in order. A refusal it
   * throws makes the rows be tried in halves until the one that causes it stands alone and is rejected.
   */
  takeIn(tx: Tx, rows: readonly ImportRow<Values>[], run: ImportRun): Promise<readonly RowOutcome[]>;
}

/** The choices of a kind for rows whose record is known. */
export function knownChoices(kind: ImportKind): readonly [KnownChoice, ...KnownChoice[]] {
  const [usual = 'fill_blanks', ...others] = kind.known ?? [];
  return [usual, ...others];
}

/** Declares a kind; the value is what `importRoutes` and `module.ts` take. */
export function importKind<Values>(kind: ImportKind<Values>): ImportKind {
  return kind as unknown as ImportKind;
}
