import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { Services } from '../house/services.ts';
import type { DeliveredEvent } from './delivered-event.ts';
import type { ReactionJob } from './relay.ts';

/** Remembers that this reaction handled this event; false when it had before. Another node trying the same waits here. */
async function takeOnce(tx: Tx, job: ReactionJob): Promise<boolean> {
  const result = await tx.run({
    name: 'events_take_once',
    text: `insert into app.handled_events (org_id, event_id, consumer, at) values ($1, $2, $3, $4)
      on conflict (org_id, event_id, consumer) do nothing`,
    values: [tx.orgId, job.eventId, job.reaction, tx.time.now()],
  });
  return result.rowCount === 1;
}

/** Facts by their ids. */
export type Facts = ReadonlyMap<string, DeliveredEvent>;

/** The facts these jobs of one organisation are about, by their ids, in one read. */
export async function readFacts(
  { database }: Services,
  orgId: string,
  jobs: readonly Pick<ReactionJob, 'eventId'>[],
): Promise<Facts> {
  const ids = [...new Set(jobs.map(({ eventId }) => eventId))];
  if (ids.length === 0) return new Map();
  const events = await database.readRows(
    orgId,
    sql<DeliveredEvent>`
      select id, type, at, actor_id, cause, record_id, record_version, data from seen.events
      where org_id = ${orgId}::uuid and id = any(${ids}::uuid[])`,
  );
  return new Map(events.map((event) => [event.id, event]));
}

/**
 * Does what a reaction does after an event, in one transaction of its own. Delivered again it changes nothing: returns
 * false. Throws when the house knows no such reaction, or the reaction fails; then nothing of it stands. `facts` are
 * those that were read for several jobs at once.
 */
export async function react(services: Services, job: ReactionJob, facts?: Facts): Promise<boolean> {
  const reaction = services.registry.reactions.get(job.reaction);
  if (!reaction) throw new Error(`no chapter brings the reaction ${job.reaction}`);
  const event = (facts ?? (await readFacts(services, job.orgId, [job]))).get(job.eventId);
  if (!event) throw new Error(`event ${job.eventId} is not there`);
  const { requestId, chain } = event.cause;
  const origin = { orgId: job.orgId, actorId: null, operation: job.reaction, requestId, ...(chain ? { chain } : {}) };
  return services.database.write(origin, async (tx) => {
    if (!(await takeOnce(tx, job))) return false;
    await reaction.run({ tx, event, services });
    return true;
  });
}
