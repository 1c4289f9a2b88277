import { z } from 'zod';
import { operation, OutId } from '../kernel/index.ts';

/** Most kinds and records one stream follows. */
const MOST_TOPICS = 50;

const TOPIC = /^([a-z_]{1,40}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/;

/** What a stream follows: kinds of record (`lead`), and single records by their id, parted by commas. */
const Topics = z
  .string()
  .max(2_000)
  .refine((text) => {
    const topics = text.split(',');
    return topics.length <= MOST_TOPICS && topics.every((topic) => TOPIC.test(topic));
  }, 'invalid_format');

/**
 * One message of a stream: something changed, so that who looks at it reads it again. `kind` is that of the record, or
 * `notification` for a message to the member; `version` is null where the record's own row stayed as it was.
 */
export const Change = z.object({ kind: z.string(), id: OutId, version: z.number().int().nullable() });
export type Change = z.infer<typeof Change>;

export const openStream = operation({
  id: 'streams.open',
  method: 'GET',
  path: '/stream',
  /** `after` is the id of the last message received (as the header Last-Event-ID, which wins). */
  query: z.strictObject({ topics: Topics, after: z.coerce.number().int().min(0).optional() }),
  resultKind: 'file',
  problems: ['too_many_requests', 'unavailable'],
  permission: 'member',
  offline: 'online',
  summary:
    'Server-sent events: what changed among the kinds and records asked for, as far as the member sees it. `resync`: read everything again.',
});
