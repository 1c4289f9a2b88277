import type { Actor, ActorLoader } from '../access/index.ts';
import type { ClockPolicy } from '../clocks/rules/policy.ts';
import type { NamedPolicy } from '../clocks/rules/policy-words.ts';
import type { Tx } from '../db/index.ts';
import type { Tables } from '../db/tables.ts';
import type { DeliveredEvent } from '../events/delivered-event.ts';
import type { Route } from '../http/handle.ts';
import type { BulkKind } from '../bulk/bulk-kind.ts';
import type { ExportKind } from '../exports/export-kind.ts';
import type { ImportKind } from '../imports/import-kind.ts';
import type { ViewedList } from '../views/viewed-list.ts';
import type { Participant } from './participant.ts';
import type { NoticeKind } from '../notifications/notice-kind.ts';
import type { People } from './people.ts';
import type { RowSource } from './row-source.ts';
import type { AnyRuleBook } from '../rule-books/rule-book.ts';
import type { Services } from './services.ts';

export type { RowSource } from './row-source.ts';

/** Sentences by key and language. */
export interface Messages {
  readonly zh: Readonly<Record<string, string>>;
  readonly en: Readonly<Record<string, string>>;
}

/** What a record is taken for the same by, and the numbers and addresses it is found by. */
export interface Identity {
  readonly id: string;
  readonly keys: readonly { readonly kind: string; readonly key: string }[];
  readonly points: readonly { readonly kind: 'phone' | 'email'; readonly normalized: string }[];
}

/** How a chapter makes the identity of its records from their facts. */
export interface IdentityMaking {
  /** Grows whenever the rules make other keys of the same facts: records of before are then made anew. */
  readonly version: number;
  /** Locks the rows of these records in the order of their ids, and makes what they are known by. */
  of(tx: Tx, ids: readonly string[]): Promise<Identity[]>;
}

/** A kind of business object that has a head in `records`. */
export interface RecordKind {
  readonly kind: string;
  /** Permissions are `<chapter>.read`, `<chapter>.update` and, where there is contact data, `<chapter>.reveal`. */
  readonly chapter: string;
  /** Texts by which records are found beside title and number, as their store gives them to the head. */
  searchable?(rows: RowSource, ids: readonly string[]): Promise<{ id: string; texts: (string | null)[] }[]>;
  readonly identity?: IdentityMaking;
  /** Its table and the verb that changes facts of it, by which a value of the audit is put back. */
  readonly editing?: { readonly table: keyof Tables & string; readonly update: Route };
  readonly merging?: Merging;
}

/** A row of a kind's table, by column. */
export type KindRow = Readonly<Record<string, unknown>>;

/** What people choose when records of a kind become one. */
export interface Merging {
  /** Its rows have the ids of the records. */
  readonly table: keyof Tables & string;
  /** Columns one of several values is chosen of, in the order of the page. */
  readonly fields: readonly string[];
  /** Columns that go along with a chosen one: the currency of a budget. */
  readonly along?: Readonly<Record<string, readonly string[]>>;
  /**
   * Saves chosen values on a record the actor may change, with keys and words in step; `others` are the records that become
   * part of it, none when a merge is taken back.
   */
  save(tx: Tx, actor: Actor, id: string, values: KindRow, others: readonly KindRow[]): Promise<void>;
}

/** Does something after a fact, in a transaction of its own, once per event. */
export interface Reaction {
  readonly name: string;
  readonly on: readonly string[];
  /** Pure, over the event's data: false saves a job that would do nothing. */
  concerns?(data: Readonly<Record<string, unknown>>): boolean;
  /** Of the kinds of facts it hears, those this organisation has a use for now; asked once for each batch of facts. */
  wanted?(tx: Tx): Promise<ReadonlySet<string>>;
  run(context: { tx: Tx; event: DeliveredEvent; services: Services }): Promise<void>;
}

/** Work outside requests: found due by a view of the schema `sweep`, done for one organisation at a time. */
export interface Sweep {
  readonly name: string;
  readonly due: `sweep.${string}`;
  readonly everySeconds: number;
  /** Does one batch; true when more is waiting. */
  run(context: { orgId: string; services: Services }): Promise<boolean>;
}

/** What a chapter brings to the house. */
export interface Module {
  readonly name: string;
  readonly routes: readonly Route[];
  readonly problems?: Readonly<Record<string, number>>;
  readonly messages?: Messages;
  readonly constraints?: Readonly<Record<string, string>>;
  readonly permissions?: readonly string[];
  readonly recordKinds?: readonly RecordKind[];
  readonly clocks?: readonly ClockPolicy[];
  readonly reactions?: readonly Reaction[];
  readonly sweeps?: readonly Sweep[];
  readonly importKinds?: readonly ImportKind[];
  readonly participants?: readonly Participant[];
  /** Records that are changed many at once. */
  readonly bulkKinds?: readonly BulkKind[];
  readonly exportKinds?: readonly ExportKind[];
  /** Lists people keep views of. */
  readonly lists?: readonly ViewedList[];
  readonly notices?: readonly NoticeKind[];
  /** Ordered rules the organisation may change, such as what makes a high intent. */
  readonly ruleBooks?: readonly AnyRuleBook[];
  readonly actors?: ActorLoader;
  readonly people?: People;
}

/** Everything the chapters brought, by name; start-up refuses what is missing or there twice. */
export interface Registry {
  readonly modules: readonly Module[];
  readonly routes: readonly Route[];
  readonly kinds: ReadonlyMap<string, RecordKind>;
  readonly policies: ReadonlyMap<string, NamedPolicy>;
  readonly reactions: ReadonlyMap<string, Reaction>;
  readonly sweeps: readonly Sweep[];
  readonly importKinds: ReadonlyMap<string, ImportKind>;
  /** In the order of the chapters; what moves rows of many chapters lets each do its part. */
  readonly participants: readonly Participant[];
  readonly bulkKinds: ReadonlyMap<string, BulkKind>;
  readonly exportKinds: ReadonlyMap<string, ExportKind>;
  readonly lists: ReadonlyMap<string, ViewedList>;
  /** Messages members get, each with what ships switched on. */
  readonly notices: ReadonlyMap<string, NoticeKind>;
  readonly ruleBooks: ReadonlyMap<string, AnyRuleBook>;
  readonly actors: ActorLoader;
  readonly people: People;
  readonly statuses: Readonly<Record<string, number>>;
  readonly messages: Messages;
  readonly constraints: Readonly<Record<string, string>>;
}

declare module './services.ts' {
  interface Services {
    readonly registry: Registry;
  }
}
