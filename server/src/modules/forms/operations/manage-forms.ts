import * as protocol from '@dealtrail/protocol/forms';
import type { FormField, WebForm } from '@dealtrail/protocol/forms';
import type { Tx } from '../../../kernel/db/index.ts';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { isReachable } from '../rules/judge-submission.ts';
import { formsQuery, insertForm, lockForm, presentForm, saveForm } from '../store/form-store.ts';
import { refuseUnknownSource } from './refuse-unknown-source.ts';

function refuseUnreachable(fields: readonly FormField[]): void {
  if (!isReachable(fields))
    throw problem('form_unreachable', { fields: [{ path: 'fields', code: 'form_unreachable', message: '' }] });
}

async function viewOf(tx: Tx, id: string): Promise<WebForm> {
  return presentForm(tx.orgId, await tx.one(formsQuery(tx.orgId, id)));
}

/** Web forms with what came through each. */
export const listForms = handleRead(protocol.listForms, async ({ actor, read }) => ({
  items: (await read.many(formsQuery(actor.orgId))).map((form) => presentForm(actor.orgId, form)),
}));

/** Makes a web form in the name of who makes it. */
export const createForm = handle(protocol.createForm, async ({ actor, tx, input, time }) => {
  const { id = time.newId(), ...settings } = input;
  refuseUnreachable(settings.fields);
  await refuseUnknownSource(tx, settings.source);
  await insertForm(tx, { ...settings, id, responsibleId: actor.memberId, createdAt: time.now(), version: 1 });
  return viewOf(tx, id);
});

/** Changes a web form. */
export const updateForm = handle(protocol.updateForm, async ({ tx, input }) => {
  const { id, version, ...patch } = input;
  const form = await lockForm(tx, id);
  if (!form) throw problem('not_found');
  if (form.version !== version) throw problem('stale_version', { current: await viewOf(tx, id) });
  if (patch.fields) refuseUnreachable(patch.fields);
  if (patch.source !== undefined) await refuseUnknownSource(tx, patch.source);
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  await saveForm(tx, form, given);
  return viewOf(tx, id);
});
