import { sql } from 'kysely';
import type { RowOf } from '../../db/index.ts';

/** A version as it is read. */
export type VersionRow = RowOf<'rule_versions'>;

/** Query for the version of a book that holds; none where the shipped rules do. */
export function holdingQuery(orgId: string, book: string) {
  return sql<VersionRow>`
    select * from seen.rule_versions where org_id = ${orgId}::uuid and book = ${book} order by version desc limit 1`;
}

/** Query for the latest versions of a book, newest first. */
export function versionsQuery(orgId: string, book: string, most: number) {
  return sql<VersionRow>`
    select * from seen.rule_versions where org_id = ${orgId}::uuid and book = ${book} order by version desc limit ${most}::int`;
}

/** Query for one version of a book. */
export function versionQuery(orgId: string, book: string, version: number) {
  return sql<VersionRow>`
    select * from seen.rule_versions where org_id = ${orgId}::uuid and book = ${book} and version = ${version}::int`;
}

/** What of the versions that hold is needed to judge by them. */
export type InForce = Pick<VersionRow, 'id' | 'book' | 'version' | 'rules' | 'settings'>;

/** The versions of these books that hold, as one value of another statement; null where all are the shipped ones. */
export function inForce(orgId: string, books: readonly string[]) {
  return sql<readonly InForce[] | null>`(
    select json_agg(json_build_object('id', v.id, 'book', v.book, 'version', v.version, 'rules', v.rules, 'settings', v.settings))
    from seen.rule_versions v
    where v.org_id = ${orgId}::uuid and v.book = any(${[...books]}::text[]) and v.version = (
      select max(o.version) from seen.rule_versions o where o.org_id = ${orgId}::uuid and o.book = v.book))`;
}

/** Query for the versions of many books that hold. */
export function allHoldingQuery(orgId: string, books: readonly string[]) {
  return sql<VersionRow>`
    select v.* from seen.rule_versions v
    where v.org_id = ${orgId}::uuid and v.book = any(${[...books]}::text[]) and v.version = (
      select max(o.version) from seen.rule_versions o where o.org_id = ${orgId}::uuid and o.book = v.book)`;
}
