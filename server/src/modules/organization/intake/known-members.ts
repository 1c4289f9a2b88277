import type { Why } from '@dealtrail/protocol/kernel';
import { sql } from 'kysely';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import type { ImportRow, ImportRun } from '../../../kernel/imports/import-kind.ts';
import type { MemberRow } from './member-row.ts';

/** A member as an import knows them: by their names to sign in. */
export interface KnownMember {
  readonly email: string;
  readonly mobile: string | null;
  readonly staffNumber: string | null;
  readonly name: string;
}

const taken = (key: string, params: Why['params']): Why => ({ key: `organization.import.${key}`, params });

/** Who is there already, and whom earlier rows of the same file made. */
export class KnownMembers {
  readonly rows: Map<string, RowOf<'members'>>;
  /** Addresses with an account outside this organisation. */
  readonly #elsewhere: ReadonlySet<string>;
  readonly #all: KnownMember[];

  private constructor(rows: RowOf<'members'>[], elsewhere: ReadonlySet<string>, met: readonly KnownMember[]) {
    this.rows = new Map(rows.map((row) => [row.email, row]));
    this.#elsewhere = elsewhere;
    this.#all = [...rows, ...met];
  }

  /** Finds everybody the rows could mean, and locks them. */
  static async find(tx: Tx, rows: readonly ImportRow<MemberRow>[], run: ImportRun): Promise<KnownMembers> {
    const of = (pick: (row: MemberRow) => string | null) => rows.flatMap(({ values }) => pick(values) ?? []);
    const emails = of(({ email }) => email);
    const members = await tx.many(sql<RowOf<'members'>>`
      select * from app.members where org_id = ${tx.orgId}::uuid and (email = any(${emails}::text[])
        or mobile = any(${of(({ mobile }) => mobile)}::text[])
        or staff_number = any(${of(({ staffNumber }) => staffNumber)}::text[])) order by id for update`);
    const accounts = await tx.many(sql<{ email: string }>`
      select "email" from auth."user" where "email" = any(${emails}::text[])`);
    const here = new Set(members.map(({ email }) => email));
    const elsewhere = accounts.filter(({ email }) => !here.has(email)).map(({ email }) => email);
    return new KnownMembers(members, new Set(elsewhere), (run.notes.get('met') as KnownMember[] | undefined) ?? []);
  }

  /** True when an earlier row of the file, or the organisation, has this address. */
  has(email: string): boolean {
    return this.#all.some((member) => member.email === email);
  }

  /** Why a row cannot be this person; empty when nobody else has its names. */
  conflictsOf(row: MemberRow): Why[] {
    const other = (same: (member: KnownMember) => boolean) =>
      this.#all.find((member) => member.email !== row.email && same(member));
    const mobile = row.mobile === null ? undefined : other((member) => member.mobile === row.mobile);
    const staff = row.staffNumber === null ? undefined : other((member) => member.staffNumber === row.staffNumber);
    return [
      ...(this.#elsewhere.has(row.email) && !this.has(row.email)
        ? [taken('email_elsewhere', { cell: row.email })]
        : []),
      ...(mobile ? [taken('mobile_taken', { name: mobile.name })] : []),
      ...(staff ? [taken('staff_number_taken', { name: staff.name })] : []),
    ];
  }

  /** Remembers somebody who was made, for the rows that follow; in a trial for the next batches too. */
  met(row: MemberRow, { notes, dryRun }: ImportRun): void {
    this.#all.push(row);
    if (dryRun) notes.set('met', [...((notes.get('met') as KnownMember[] | undefined) ?? []), row]);
  }
}
