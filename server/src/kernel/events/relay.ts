import type { Tx } from '../db/index.ts';
import type { Reaction } from '../house/module.ts';
import type { Services } from '../house/services.ts';

/** One thing to do after one fact. Carried at least once, done once. */
export interface ReactionJob {
  readonly orgId: string;
  readonly eventId: string;
  /** Name of the reaction. */
  readonly reaction: string;
}

/** Hands jobs on inside the transaction that marks their events as relayed: both stand or neither does. */
export type Carry = (tx: Tx, jobs: readonly ReactionJob[]) => Promise<void>;

/** Events one transaction relays; the rest waits for the next pass. */
const BATCH = 500;

/** What one pass over an organisation did. */
export interface Relayed {
  readonly events: number;
  readonly jobs: number;
  /** True when more events are likely waiting. */
  readonly more: boolean;
}

interface ClaimedEvent {
  readonly id: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
}

/**
 * Takes the waiting facts on and gives each its place in the organisation's order. One relay at a time for each
 * organisation: places must become visible in their order, or a stream would pass over the late one.
 */
async function claimEvents(tx: Tx): Promise<ClaimedEvent[]> {
  const hold = tx.run({
    name: 'events_hold',
    text: 'select pg_advisory_xact_lock(hashtextextended($1, 0))',
    values: [`${tx.orgId} relay`],
  });
  const claim = tx.run({
    name: 'events_claim',
    text: `update app.events e set relayed_at = $2, seq = l.seq + c.place from (
        select id, row_number() over (order by id) as place from (
          select id from app.events where org_id = $1 and relayed_at is null order by id limit $3 for update skip locked
        ) w
      ) c, (select coalesce(max(seq), 0) as seq from app.events where org_id = $1) l
      where e.org_id = $1 and e.id = c.id returning e.id, e.type, e.data`,
    values: [tx.orgId, tx.time.now(), BATCH],
  });
  const [, result] = await Promise.all([hold, claim]);
  return (result.rows as ClaimedEvent[]).toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

function reactionsByType(reactions: Iterable<Reaction>): Map<string, Reaction[]> {
  const byType = new Map<string, Reaction[]>();
  for (const reaction of reactions) {
    for (const type of reaction.on) byType.set(type, [...(byType.get(type) ?? []), reaction]);
  }
  return byType;
}

/** The reactions to each of these facts; one that is choosy about its organisation is asked once for all of them. */
async function reactionsTo(
  tx: Tx,
  events: readonly ClaimedEvent[],
  heard: ReadonlyMap<string, readonly Reaction[]>,
): Promise<(event: ClaimedEvent) => Reaction[]> {
  const types = new Set(events.map(({ type }) => type));
  const choosy = new Set([...types].flatMap((type) => heard.get(type) ?? []).filter((one) => one.wanted !== undefined));
  const wanted = new Map<Reaction, ReadonlySet<string>>();
  for (const reaction of choosy) wanted.set(reaction, (await reaction.wanted?.(tx)) ?? new Set());
  return ({ type, data }) =>
    (heard.get(type) ?? []).filter(
      (reaction) => wanted.get(reaction)?.has(type) !== false && reaction.concerns?.(data) !== false,
    );
}

/** Turns the waiting events of one organisation into jobs, one for each reaction that hears of them, oldest first. */
export async function relayEvents(services: Services, orgId: string, carry: Carry): Promise<Relayed> {
  const { database, registry } = services;
  const heard = reactionsByType(registry.reactions.values());
  const origin = { orgId, actorId: null, operation: 'events.relay', requestId: 'relay' };
  const relayed = await database.write(origin, async (tx) => {
    const events = await claimEvents(tx);
    const reacting = await reactionsTo(tx, events, heard);
    const jobs = events.flatMap((event) =>
      reacting(event).map(({ name }) => ({ orgId, eventId: event.id, reaction: name })),
    );
    if (jobs.length > 0) await carry(tx, jobs);
    return { events: events.length, jobs: jobs.length, more: events.length === BATCH };
  });
  if (relayed.events > 0) services.streams.changed(orgId);
  return relayed;
}
