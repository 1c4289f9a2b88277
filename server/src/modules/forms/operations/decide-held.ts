import * as protocol from '@dealtrail/protocol/forms';
import { maskEmail, maskPhone } from '../../../kernel/access/index.ts';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { formsQuery } from '../store/form-store.ts';
import { type Held, heldQuery, lockSubmission, saveSubmission } from '../store/submission-store.ts';
import { takeSubmission } from './take-submission.ts';

const masks: Readonly<Record<string, (text: string) => string>> = {
  phone: maskPhone,
  email: maskEmail,
  wechat: () => '***',
};

/** What was sent, with contact data masked. */
function present({ id, at, reason, content }: Held): protocol.HeldSubmission {
  const shown = Object.entries(content).map(([name, value]) => [name, masks[name]?.(value) ?? value]);
  return { id, at: at.toISOString(), reason, content: Object.fromEntries(shown) as Record<string, string> };
}

/** Submissions of a form that wait for a person. */
export const listHeld = handleRead(protocol.listHeld, async ({ actor, read, input }) => {
  const [[form], held] = await read.all([formsQuery(actor.orgId, input.id), heldQuery(actor.orgId, input.id)]);
  if (!form) throw problem('not_found');
  return { items: held.map(present) };
});

/** Takes a held submission in after all, in the name of who decides, or throws it away with its content. */
export const decideHeld = handle(protocol.decideHeld, async ({ actor, tx, input, time }) => {
  const submission = await lockSubmission(tx, input.id);
  if (!submission) throw problem('not_found');
  if (submission.state !== 'held') throw problem('already_decided');
  const decided = { content: null, decidedBy: actor.memberId, decidedAt: time.now() };
  if (!input.take) {
    await saveSubmission(tx, submission, { ...decided, state: 'discarded' });
    return { leadId: null };
  }
  const form = await tx.one(formsQuery(tx.orgId, submission.formId));
  const taken = await takeSubmission(
    tx,
    actor,
    { ...form, consentText: submission.consentText },
    submission.content ?? {},
  );
  await saveSubmission(tx, submission, { ...decided, state: taken.outcome, leadId: taken.leadId });
  return { leadId: taken.leadId };
});
