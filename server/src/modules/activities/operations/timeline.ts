import * as protocol from '@dealtrail/protocol/activities';
import { handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { visibleHeadQuery } from '../../../kernel/records/records.ts';
import { presentFollowUp } from '../present.ts';
import { timelineQuery, type TimelineRow } from '../store/timeline-query.ts';

const PAGE = 50;

function presentLine(line: TimelineRow): protocol.TimelineEntry {
  return {
    id: line.id,
    at: line.at.toISOString(),
    kind: line.followUp ? 'follow_up' : line.comment === null ? 'event' : 'comment',
    actorName: line.actorName,
    type: line.type,
    text: line.text,
    followUp: line.followUp && presentFollowUp({ ...line.followUp, authorName: line.actorName }),
    comment: line.comment,
  };
}

/** History of a record, newest first; lines of one instant are never torn apart by a page. */
export const timeline = handleRead(protocol.timeline, async ({ actor, read, input, services }) => {
  const before = input.before === undefined ? undefined : new Date(input.before);
  const [[head], lines] = await read.all([
    visibleHeadQuery(actor, services.registry, input.id),
    timelineQuery(actor.orgId, input.id, before, PAGE + 1),
  ]);
  if (!head) throw problem('not_found');
  const cut = lines[PAGE - 1]?.at;
  const page = cut === undefined ? lines : lines.filter((line) => line.at >= cut);
  return { items: page.map(presentLine), more: lines.length > PAGE };
});
