import { type RawBuilder, sql } from 'kysely';
import { type Actor, visible, visibleOfKinds } from '../access/index.ts';
import { statementOf } from '../db/index.ts';
import type { FilterContext } from '../filters/index.ts';
import type { Services } from '../house/services.ts';
import { contactMatches } from '../search/contact-matches.ts';
import { queryTokens, tsqueryText } from '../search/rules/tokens.ts';
import type { AnyList } from './list-spec.ts';
import type { SqlPiece } from './sql-text.ts';

/** Who asks and when, for the filter compiler. What a person sees masked, they may not ask about. */
export function filterContext(spec: AnyList, actor: Actor, now: Date, today: string): FilterContext {
  return {
    me: actor.memberId,
    today,
    zone: actor.organization.zone,
    now,
    mayUse: (field) => spec.mayUse?.(actor, field) ?? (field.fieldClass ?? 'public') === 'public',
  };
}

/** The kinds of record the house has. */
type Kinds = Services['registry']['kinds'] | undefined;

/** Rows on records of many kinds: those whose record is seen; of others' only for who reaches more than their own, or stands in for somebody who does. */
function rowsOnRecords(spec: AnyList, owner: string, actor: Actor, kinds: Kinds): SqlPiece {
  if (!kinds) throw new Error(`list ${spec.list} hangs on records of many kinds; it is asked with the kinds there are`);
  const { standsFor = [] } = actor;
  const wider = [actor, ...standsFor].some(({ permissions }) =>
    [...kinds.values()].some(({ chapter }) => (permissions.get(`${chapter}.read`) ?? 'own') !== 'own'),
  );
  const owners = [actor.memberId, ...standsFor.map(({ memberId }) => memberId)];
  const own = wider
    ? sql``
    : owners.length === 1
      ? sql` and ${sql.raw(owner)} = ${actor.memberId}::uuid`
      : sql` and ${sql.raw(owner)} = any(${owners}::uuid[])`;
  return statementOf(
    sql`${sql.raw(spec.alias)}.org_id = ${actor.orgId}::uuid and r.deleted_at is null and ${visibleOfKinds(actor, kinds.values(), 'r', 'read')}${own}`,
  );
}

/** Rows of the organisation that the actor may see and nobody deleted. */
export function visibleRows(spec: AnyList, actor: Actor, kinds: Kinds): SqlPiece {
  if (spec.onRecord) return rowsOnRecords(spec, spec.onRecord.owner, actor, kinds);
  const column = (name: string) => sql.raw(`${spec.alias}.${name}`);
  // Against the few deleted heads, so that counting needs no look at the many living ones.
  return statementOf(sql`${column('org_id')} = ${actor.orgId}::uuid and ${visible(actor, spec.permission, spec.alias)}
    and not exists (select 1 from seen.records gone where gone.org_id = ${actor.orgId}::uuid and gone.id = ${column('id')} and gone.deleted_at is not null)`);
}

/** Rows a free text finds: all its words in the head's tokens, or a phone number or address as it stands. */
export function searched(spec: AnyList, actor: Actor, q: string): SqlPiece {
  const found: RawBuilder<unknown>[] = [];
  const ofKind = spec.onRecord ? sql`` : sql` and h.kind = ${spec.kind}`;
  const tokens = queryTokens(q);
  if (tokens) {
    found.push(
      sql`select h.id from seen.records h where h.org_id = ${actor.orgId}::uuid${ofKind} and h.tok @@ ${tsqueryText(tokens)}::tsquery`,
    );
  }
  const contact = spec.reveal === undefined ? undefined : contactMatches(actor, spec.kind, spec.reveal, q);
  if (contact) found.push(contact);
  if (found.length === 0) return { text: 'false', values: [] };
  const texts = ['r.title', ...(spec.searchable ?? [])].map((text) => sql.raw(text));
  const again = (tokens?.recheck ?? []).map(
    (run) =>
      sql` and (${sql.join(
        texts.map((text) => sql`${text} ilike ${`%${run}%`}`),
        sql` or `,
      )})`,
  );
  return statementOf(
    sql`${sql.raw(spec.onRecord?.id ?? `${spec.alias}.id`)} in (${sql.join(found, sql` union all `)})${sql.join(again, sql``)}`,
  );
}
