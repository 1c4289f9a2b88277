import * as protocol from '@dealtrail/protocol/forms';
import { handleRead } from '../../../../kernel/http/handle.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import { hideContacts } from '../../../leads/index.ts';
import { factsOf, maskedFacts, maskedPost, pathsIn, reasonToWait, valueAt } from '../../rules/inbound/facts-of.ts';
import { type Posted, readText } from '../../rules/inbound/read-body.ts';
import { bodyQuery, hooksQuery, postsQuery } from '../../store/inbound-store.ts';

/** What was posted to a door and what became of it; contact data masked. */
export const listPosts = handleRead(protocol.listPosts, async ({ actor, read, input }) => {
  const [[hook], posts] = await read.all([
    hooksQuery(actor.orgId, input.id),
    postsQuery(actor.orgId, input.id, input.state),
  ]);
  if (!hook) throw problem('not_found');
  return {
    items: posts.map(({ id, at, state, reason, leadId, body }) => ({
      id,
      at: at.toISOString(),
      state,
      reason,
      leadId,
      body: body && maskedPost(body, hook.fields, hideContacts),
      facts: body && maskedFacts(factsOf(body, hook.fields), hideContacts),
    })),
  };
});

function sampleOf(text: string): Posted {
  const read = readText(text);
  if ('fault' in read) throw problem(read.fault.code, { params: { ...read.fault.params } });
  return read.posted;
}

/** What a mapping makes of a sample. */
export const tryHook = handleRead(protocol.tryHook, async ({ actor, read, input }) => {
  const { id, fields, postId, sample } = input;
  const [[hook], [kept]] = await read.all([hooksQuery(actor.orgId, id), bodyQuery(actor.orgId, id, postId ?? id)]);
  if (!hook || (postId !== undefined && !kept?.body)) throw problem('not_found');
  const posted = kept?.body ?? sampleOf(sample ?? '');
  const facts = factsOf(posted, fields);
  return {
    facts: maskedFacts(facts, hideContacts),
    nothingAt: fields.flatMap(({ name, path }) =>
      path !== undefined && valueAt(posted, path) === undefined ? [name] : [],
    ),
    reason: reasonToWait(facts) ?? null,
    paths: pathsIn(posted),
  };
});
