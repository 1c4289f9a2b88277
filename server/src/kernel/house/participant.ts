import type { Why } from '@dealtrail/protocol/kernel';
import type { RowOf, Tx } from '../db/index.ts';
import type { RowSource } from './row-source.ts';

/** A record as those get it whose rows go along with it. */
export type Head = Pick<
  RowOf<'records'>,
  'id' | 'kind' | 'number' | 'title' | 'ownerId' | 'departmentId' | 'deletedAt' | 'mergedInto'
>;

/** What stands against moving a record, in a sentence that says what to do. */
export interface Obstacle {
  readonly recordId: string;
  readonly reason: Why;
}

/** How many rows of a kind go along with a record; `key` is the sentence that says so. */
export interface Going {
  readonly recordId: string;
  readonly key: string;
  readonly count: number;
}

/** What undoing needs to know again about one record, as JSON. */
export interface Noted {
  readonly recordId: string;
  readonly note: unknown;
}

interface Concerned {
  /** Unique; what it noted is kept under it. */
  readonly name: string;
  /** Kinds of records it concerns; all when left out. */
  readonly of?: readonly string[];
}

/** What a chapter does with its rows when records go to the recycle bin, come back, or are removed for good. */
export interface DeleteParticipant extends Concerned {
  readonly kind: 'delete';
  obstacles?(tx: Tx, heads: readonly Head[]): Promise<readonly Obstacle[]>;
  preview?(rows: RowSource, recordIds: readonly string[]): Promise<readonly Going[]>;
  move?(tx: Tx, heads: readonly Head[]): Promise<readonly Noted[]>;
  obstaclesToUndo?(tx: Tx, heads: readonly Head[]): Promise<readonly Obstacle[]>;
  undo?(tx: Tx, noted: readonly Noted[]): Promise<void>;
  /** Removes every personal datum of these records; only what others refer to stays, without a word in it. */
  purge?(tx: Tx, heads: readonly Head[]): Promise<void>;
}

/** What a chapter does with its rows when one record becomes part of another, and when that is taken back. */
export interface MergeParticipant extends Concerned {
  readonly kind: 'merge';
  /** How much would go over, where the part a chapter has in deleting does not tell it already. */
  preview?(rows: RowSource, recordIds: readonly string[]): Promise<readonly Going[]>;
  move(tx: Tx, from: Head, into: Head): Promise<unknown>;
  undo(tx: Tx, from: Head, into: Head, note: unknown): Promise<void>;
}

/** A chapter's part in what moves rows of many chapters; all parts run in one transaction, undone in reverse. */
export type Participant = DeleteParticipant | MergeParticipant;
