import * as protocol from '@dealtrail/protocol/activities';
import { type Actor, may } from '../../../kernel/access/index.ts';
import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { fieldProblem, problem } from '../../../kernel/http/problem.ts';
import { shippedTemplates } from '../rules/shipped-templates.ts';
import {
  insertTemplate,
  lockTemplate,
  MANAGE_TEMPLATES,
  presentShipped,
  presentTemplate,
  removeTemplate,
  saveTemplate,
  templatesQuery,
} from '../store/template-store.ts';

/** Texts to begin a follow-up with: own ones first, then the organisation's, then those that ship. */
export const listTemplates = handleRead(protocol.listTemplates, async ({ actor, read, input }) => {
  const rows = await read.many(templatesQuery(actor.orgId, actor.memberId));
  const replaced = new Set(rows.map(({ shippedKey }) => shippedKey));
  const kept = rows.map((row) => presentTemplate(row, actor));
  return {
    items: [
      ...kept.filter(({ scope }) => scope === 'own'),
      ...kept.filter(({ scope }) => scope === 'organization'),
      ...shippedTemplates[input.language]
        .filter(({ key }) => !replaced.has(key))
        .map((text) => presentShipped(text, actor)),
    ],
  };
});

/** Keeps a text of one's own or one for all. */
export const createTemplate = handle(protocol.createTemplate, async ({ actor, tx, input, time }) => {
  const { id = time.newId(), scope, shippedKey = null, ...text } = input;
  if (scope === 'organization' && !may(actor, MANAGE_TEMPLATES)) throw problem('not_allowed');
  const known = shippedTemplates.zh.some(({ key }) => key === shippedKey);
  if (shippedKey !== null && (scope === 'own' || !known))
    throw fieldProblem('shippedKey', 'reference_missing', '只能用企业模板替换自带的模板');
  const ownerId = scope === 'own' ? actor.memberId : null;
  const row = { id, ownerId, shippedKey, ...text, createdAt: time.now(), version: 1 };
  await insertTemplate(tx, row);
  return presentTemplate({ orgId: actor.orgId, ...row }, actor);
});

/** The text for a change: one's own, or everybody's for who may keep those; a colleague's is not there. */
async function ownTemplate(tx: Tx, actor: Actor, id: string): Promise<RowOf<'follow_up_templates'>> {
  const row = await lockTemplate(tx, id);
  if (!row || (row.ownerId !== null && row.ownerId !== actor.memberId)) throw problem('not_found');
  if (row.ownerId === null && !may(actor, MANAGE_TEMPLATES)) throw problem('not_allowed');
  return row;
}

/** Changes a text. */
export const updateTemplate = handle(protocol.updateTemplate, async ({ actor, tx, input }) => {
  const { id, version, ...patch } = input;
  const row = await ownTemplate(tx, actor, id);
  if (row.version !== version) throw problem('stale_version', { current: presentTemplate(row, actor) });
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  return presentTemplate(await saveTemplate(tx, row, given), actor);
});

/** Removes a text; a shipped one comes back as it ships. */
export const deleteTemplate = handle(protocol.deleteTemplate, async ({ actor, tx, input }) => {
  await removeTemplate(tx, await ownTemplate(tx, actor, input.id));
  return undefined;
});
