import type { FollowUpLine, QualityReason } from '@dealtrail/protocol/activities';
import { type RawBuilder, sql } from 'kysely';
import type { Actor } from '../../../kernel/access/index.ts';
import type { RowOf } from '../../../kernel/db/index.ts';
import type { Registry } from '../../../kernel/house/module.ts';
import { visibleHead } from '../../../kernel/records/records.ts';
import { startOfLocalDay } from '../../../kernel/calendar/index.ts';

const DAY_MS = 86_400_000;

/** Between two days on the wall of the organisation, both counted. */
function happened(zone: string, from: string | undefined, to: string | undefined): RawBuilder<unknown> {
  const start = from === undefined ? sql`true` : sql`f.occurred_at >= ${startOfLocalDay(from, zone)}::timestamptz`;
  if (to === undefined) return start;
  const end = new Date(startOfLocalDay(to, zone).getTime() + DAY_MS);
  return sql`${start} and f.occurred_at < ${end}::timestamptz`;
}

/** Days that are asked about. */
export interface QualityAsked {
  readonly from: string;
  readonly to: string;
}

function scored(actor: Actor, registry: Registry, { from, to }: QualityAsked): RawBuilder<unknown> {
  return sql`seen.follow_ups f join seen.records r on r.org_id = f.org_id and r.id = f.record_id
    join seen.members m on m.org_id = f.org_id and m.id = f.author_id
    where f.org_id = ${actor.orgId}::uuid and f.quality_score is not null
      and ${happened(actor.organization.zone, from, to)} and ${visibleHead(actor, registry, 'r')}`;
}

/** Query for mean scores by author and week, of follow-ups the actor sees. */
export function qualityQuery(actor: Actor, registry: Registry, asked: QualityAsked) {
  return sql<{ memberId: string; memberName: string; weekOn: string; count: number; average: number }>`
    select f.author_id as member_id, m.name as member_name,
      date_trunc('week', f.occurred_at at time zone ${actor.organization.zone})::date as week_on,
      count(*)::int as count, round(avg(f.quality_score))::int as average
    from ${scored(actor, registry, asked)} group by 1, 2, 3 order by m.name, f.author_id, week_on`;
}

/** Query for how often each author lost points by what. */
export function qualityReasonsQuery(actor: Actor, registry: Registry, asked: QualityAsked) {
  return sql<{ memberId: string; reason: QualityReason; count: number }>`
    select s.author_id as member_id, reason.key as reason, count(*)::int as count
    from (select f.author_id, f.quality_reasons from ${scored(actor, registry, asked)}) s,
      jsonb_array_elements_text(s.quality_reasons) as reason(key)
    group by 1, 2 order by 1, 3 desc, 2`;
}

/** What of the follow-ups is asked for. */
export interface LinesAsked {
  readonly authorId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly reason?: QualityReason | undefined;
  readonly q?: string | undefined;
  readonly before?: string | undefined;
}

type LineRow = RowOf<'follow_ups'> &
  Pick<FollowUpLine, 'recordKind' | 'recordTitle' | 'files'> & { authorName: string | null; behalfName: string | null };

function asking(orgId: string, zone: string, asked: LinesAsked): RawBuilder<unknown> {
  const like = `%${(asked.q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  return sql.join(
    [
      happened(zone, asked.from, asked.to),
      ...(asked.authorId ? [sql`f.author_id = ${asked.authorId}::uuid`] : []),
      ...(asked.reason ? [sql`f.quality_reasons ? ${asked.reason}`] : []),
      ...(asked.before ? [sql`f.occurred_at < ${new Date(asked.before)}::timestamptz`] : []),
      ...(asked.q
        ? [
            sql`(f.content ilike ${like} or f.feedback ilike ${like} or f.next_step ilike ${like} or exists (
              select 1 from seen.attachments a where a.org_id = ${orgId}::uuid and a.follow_up_id = f.id
                and (a.name ilike ${like} or a.original_name ilike ${like})))`,
          ]
        : []),
    ],
    sql` and `,
  );
}

/** Query for follow-ups on records the actor sees, the latest first. */
export function followUpLinesQuery(actor: Actor, registry: Registry, asked: LinesAsked, limit: number) {
  return sql<LineRow>`
    select f.*, r.kind as record_kind, r.title as record_title, m.name as author_name, b.name as behalf_name, array(
      select a.name from seen.attachments a
      where a.org_id = ${actor.orgId}::uuid and a.follow_up_id = f.id order by a.added_at, a.id) as files
    from seen.follow_ups f
    join seen.records r on r.org_id = f.org_id and r.id = f.record_id
    left join seen.members m on m.org_id = f.org_id and m.id = f.author_id
    left join seen.members b on b.org_id = f.org_id and b.id = f.behalf_of
    where f.org_id = ${actor.orgId}::uuid and ${asking(actor.orgId, actor.organization.zone, asked)}
      and ${visibleHead(actor, registry, 'r')}
    order by f.occurred_at desc, f.id limit ${limit}`;
}
