import { createHash } from 'node:crypto';
import * as protocol from '@dealtrail/protocol/forms';
import type { HeldReason } from '@dealtrail/protocol/forms';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { actorOfMember } from '../../../kernel/auth/actor-of-member.ts';
import { handleOpen } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { isTypedForm } from '../../../kernel/http/receive-form.ts';
import type { Services } from '../../../kernel/house/services.ts';
import { readFormKey } from '../rules/form-key.ts';
import { factsIn, hasConsent, missingIn, SUBMISSION_ID_FIELD, suspicion } from '../rules/judge-submission.ts';
import { type OpenForm, openFormQuery } from '../store/form-store.ts';
import { keepSubmission, lockSubmission, saveSubmission } from '../store/submission-store.ts';
import { takeSubmission } from './take-submission.ts';

/** One visitor fills in a form now and then; an exhibition stand shares an address. */
const FROM_ONE_PEER = { perMinute: 20, burst: 10 };
/** What one form takes in altogether. */
const OF_ONE_FORM = { perMinute: 600, burst: 200 };

type Sent = Readonly<Record<string, string>>;

interface Asked {
  readonly orgId: string;
  readonly form: OpenForm;
}

async function askedForm(services: Services, key: string): Promise<Asked> {
  const ids = readFormKey(key);
  const [form] = ids ? await services.database.readRows(ids.orgId, openFormQuery(ids.orgId, ids.formId)) : [];
  if (!ids || !form) throw problem('not_found');
  return { orgId: ids.orgId, form };
}

/** The same again is the same submission: by the id the page gave it, else by its content on that day. */
function fingerprintOf(sent: Sent, day: string): string {
  const named = sent[SUBMISSION_ID_FIELD]?.trim();
  const content = named || JSON.stringify([day, Object.entries(sent).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
  return createHash('sha256').update(content).digest('base64url');
}

function refuseIncomplete(form: OpenForm, sent: Sent): void {
  if (!hasConsent(sent))
    throw problem('consent_missing', { fields: [{ path: 'consent', code: 'consent_missing', message: '' }] });
  const missing = missingIn(sent, form.fields);
  if (missing.length === 0) return;
  throw problem('form_incomplete', {
    fields: missing.map((path) => ({ path, code: 'form_incomplete', message: '' })),
  });
}

/** Takes a submission in, or holds it for a person; sent again it changes nothing. */
async function take({ orgId, form }: Asked, sent: Sent, requestId: string, services: Services): Promise<void> {
  const actor = await actorOfMember(services, orgId, form.responsibleId);
  const reason: HeldReason | undefined = actor ? suspicion(sent) : 'refused';
  const origin = { orgId, actorId: null, operation: protocol.submitForm.id, requestId };
  const content = factsIn(sent, form.fields);
  await services.database.write(origin, async (tx) => {
    const id = tx.time.newId();
    const row = {
      id,
      formId: form.id,
      at: tx.time.now(),
      state: 'held' as const,
      reason: reason ?? null,
      fingerprint: fingerprintOf(sent, tx.time.today(form.zone)),
      content: reason ? { ...content } : null,
      consentText: form.consentText,
      leadId: null,
      decidedBy: null,
      decidedAt: null,
      version: 1,
    };
    if (!(await keepSubmission(tx, row)) || reason || !actor) return;
    const taken = await takeSubmission(tx, actor, form, content);
    const kept = await lockSubmission(tx, id);
    if (kept) await saveSubmission(tx, kept, { state: taken.outcome, leadId: taken.leadId });
  });
}

/** A plain page is sent on: to where the form says, else to our own word of thanks. */
function sendOn(request: FastifyRequest, reply: FastifyReply, { form }: Asked, key: string): void {
  if (isTypedForm(request)) reply.redirect(form.redirectUrl ?? `/f/${key}/thanks`, 303);
}

/** Takes what a visitor filled in on our page, on a page elsewhere, or by a script of that page. */
export const submitForm = handleOpen(protocol.submitForm, async ({ input, request, reply, services }) => {
  const { key, ...told } = input;
  const sent: Sent = JSON.parse(JSON.stringify(told));
  const asked = await askedForm(services, key);
  services.requestLimits.count(`form ${asked.form.id} ${request.ip}`, FROM_ONE_PEER);
  services.requestLimits.count(`form ${asked.form.id}`, OF_ONE_FORM);
  refuseIncomplete(asked.form, sent);
  await take(asked, sent, request.id, services);
  sendOn(request, reply, asked, key);
  const { thanksText, redirectUrl } = asked.form;
  return { thanksText, redirectUrl };
});

/** What a form asks for, for the page that shows it. */
export const describeForm = handleOpen(protocol.describeForm, async ({ input, services }) => {
  const { form } = await askedForm(services, input.key);
  const { organizationName, title, intro, sendText, accent, fields, consentText, thanksText } = form;
  return { organizationName, title, intro, sendText, accent, fields, consentText, thanksText };
});
