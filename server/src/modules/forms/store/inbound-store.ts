import type { InboundHook, InboundPost } from '@dealtrail/protocol/forms';
import { sql } from 'kysely';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import { inboundHooksTable, inboundPostsTable } from '../tables.ts';

export type HookRow = RowOf<'inbound_hooks'>;
export type PostRow = RowOf<'inbound_posts'>;

/** Bodies a door keeps beside those that wait. */
const KEPT_BODIES = 10;

interface CountedHook extends Omit<InboundHook, 'lastAt'> {
  readonly lastAt: Date | null;
}

/** Query for the doors with what came through each; one of them, or all, the newest first. */
export function hooksQuery(orgId: string, id?: string) {
  return sql<CountedHook>`
    select h.id, h.name, h.source, h.campaign, h.fields, h.delivery_path, h.active, h.sign_secret is not null as signed,
      h.responsible_id, m.name as responsible_name, h.version, coalesce(p.created, 0)::int as created,
      coalesce(p.joined, 0)::int as joined, coalesce(p.held, 0)::int as held, p.last_at
    from seen.inbound_hooks h
    left join seen.members m on m.org_id = h.org_id and m.id = h.responsible_id
    left join (
      select b.hook_id, max(b.at) as last_at, count(*) filter (where b.state = 'created') as created,
        count(*) filter (where b.state = 'joined') as joined, count(*) filter (where b.state = 'held') as held
      from seen.inbound_posts b where b.org_id = ${orgId}::uuid group by b.hook_id
    ) p on p.hook_id = h.id
    where h.org_id = ${orgId}::uuid and ${id === undefined ? sql`true` : sql`h.id = ${id}::uuid`}
    order by h.created_at desc, h.id`;
}

/** A door as administrators see it. */
export const presentHook = (hook: CountedHook): InboundHook => ({
  ...hook,
  lastAt: hook.lastAt?.toISOString() ?? null,
});

/** Query for the open door a secret belongs to. */
export function openHookQuery(orgId: string, tokenHash: string) {
  return sql<HookRow & { readonly zone: string }>`
    select h.*, o.zone from seen.inbound_hooks h join seen.organizations o on o.id = h.org_id and o.id = ${orgId}::uuid
    where h.org_id = ${orgId}::uuid and h.token_hash = ${tokenHash} and h.active`;
}

/** Query for posts of a door, the newest 50. */
export function postsQuery(orgId: string, hookId: string, state: InboundPost['state'] | undefined) {
  return sql<Pick<PostRow, 'id' | 'at' | 'state' | 'reason' | 'leadId' | 'body'>>`
    select p.id, p.at, p.state, p.reason, p.lead_id, p.body from seen.inbound_posts p
    where p.org_id = ${orgId}::uuid and p.hook_id = ${hookId}::uuid and ${state ? sql`p.state = ${state}` : sql`true`}
    order by p.id desc limit 50`;
}

/** Query for the body of one post of a door. */
export function bodyQuery(orgId: string, hookId: string, id: string) {
  return sql<Pick<PostRow, 'body'>>`
    select p.body from seen.inbound_posts p
    where p.org_id = ${orgId}::uuid and p.hook_id = ${hookId}::uuid and p.id = ${id}::uuid and p.body is not null`;
}

/** Keeps a new door. */
export async function insertHook(tx: Tx, hook: NewRow<'inbound_hooks'>): Promise<void> {
  await tx.insert(inboundHooksTable, [hook]);
}

/** Locks a door for its change. */
export function lockHook(tx: Tx, id: string): Promise<HookRow | undefined> {
  return tx.lock(inboundHooksTable, { id });
}

/** Saves what changed of a door. */
export async function saveHook(tx: Tx, hook: HookRow, patch: Partial<NewRow<'inbound_hooks'>>): Promise<void> {
  await tx.update(inboundHooksTable, hook, patch);
}

/** Keeps a post; false when the same delivery was kept before. */
export async function keepPost(
  tx: Tx,
  post: Pick<PostRow, 'id' | 'hookId' | 'state' | 'reason' | 'fingerprint' | 'body'>,
): Promise<boolean> {
  // Two at the same moment: the second waits on the key of the first and finds it there.
  const kept = await tx.many(sql<{ id: string }>`
    insert into app.inbound_posts (org_id, id, hook_id, at, state, reason, fingerprint, body)
    values (${tx.orgId}::uuid, ${post.id}::uuid, ${post.hookId}::uuid, ${tx.time.now()}, ${post.state}, ${post.reason},
      ${post.fingerprint}, ${JSON.stringify(post.body)}::jsonb)
    on conflict (org_id, hook_id, fingerprint) do nothing returning id`);
  return kept.length > 0;
}

/** Forgets the bodies of a door beyond the newest ten; those that wait are kept. */
export async function forgetOlderBodies(tx: Tx, hookId: string): Promise<void> {
  await tx.run({
    name: 'inbound_forget_older',
    text: `update app.inbound_posts set body = null where org_id = $1 and hook_id = $2 and body is not null and state <> 'held'
      and id not in (select p.id from seen.inbound_posts p where p.org_id = $1 and p.hook_id = $2 order by p.id desc limit $3)`,
    values: [tx.orgId, hookId, KEPT_BODIES],
  });
}

/** Forgets bodies that came before a moment; those that wait are kept. */
export async function forgetBodiesBefore(tx: Tx, moment: Date): Promise<void> {
  await tx.run({
    name: 'inbound_forget_old',
    text: `update app.inbound_posts set body = null where org_id = $1 and at < $2 and body is not null and state <> 'held'`,
    values: [tx.orgId, moment],
  });
}

/** Locks a post. */
export function lockPost(tx: Tx, id: string): Promise<PostRow | undefined> {
  return tx.lock(inboundPostsTable, { id });
}

/** Saves what became of a post. */
export async function savePost(tx: Tx, post: PostRow, patch: Partial<NewRow<'inbound_posts'>>): Promise<void> {
  await tx.update(inboundPostsTable, post, patch);
}
