import * as protocol from '@dealtrail/protocol/forms';
import { handle } from '../../../../kernel/http/handle.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import { type Facts, factsOf } from '../../rules/inbound/facts-of.ts';
import { lockHook, lockPost, savePost } from '../../store/inbound-store.ts';
import { takePost } from './take-post.ts';

/** What was mended goes before what the mapping finds; a fact that was emptied is not told. */
function mended(found: Facts, told: Facts): Facts {
  const facts = Object.entries({ ...found, ...told }).map(([name, text]) => [name, text.trim()] as const);
  return Object.fromEntries(facts.filter(([, text]) => text !== ''));
}

/** Sends a post that waits again, in the name of who decides, by the mapping of today; or throws it away. */
export const decidePost = handle(protocol.decidePost, async ({ actor, tx, input, time }) => {
  const post = await lockPost(tx, input.id);
  if (!post) throw problem('not_found');
  if (post.state !== 'held') throw problem('already_decided');
  const decided = { body: null, decidedBy: actor.memberId, decidedAt: time.now() };
  if (!input.take) {
    await savePost(tx, post, { ...decided, state: 'discarded' });
    return { leadId: null };
  }
  const hook = await lockHook(tx, post.hookId);
  if (!hook) throw new Error('a post without its door');
  const told = Object.fromEntries(Object.entries(input.facts ?? {}).filter(([, text]) => text !== undefined));
  const taken = await takePost(tx, actor, hook, mended(factsOf(post.body ?? {}, hook.fields), told));
  await savePost(tx, post, { ...decided, state: taken.outcome, leadId: taken.leadId });
  return { leadId: taken.leadId };
});
