import type { FollowUpTemplate } from '@dealtrail/protocol/activities';
import { sql } from 'kysely';
import { type Actor, may } from '../../../kernel/access/index.ts';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import type { ShippedTemplate } from '../rules/shipped-templates.ts';
import { templatesTable } from '../tables.ts';

type TemplateRow = RowOf<'follow_up_templates'>;

/** Permission to keep texts for everybody. */
export const MANAGE_TEMPLATES = 'activities.manageTemplates';

/** Query for the texts of an organisation and of one member, by name. */
export function templatesQuery(orgId: string, memberId: string) {
  return sql<RowOf<'follow_up_templates'>>`
    select * from seen.follow_up_templates t
    where t.org_id = ${orgId}::uuid and (t.owner_id is null or t.owner_id = ${memberId}::uuid)
    order by t.name, t.id`;
}

/** Keeps a new text. */
export async function insertTemplate(tx: Tx, template: NewRow<'follow_up_templates'>): Promise<void> {
  await tx.insert(templatesTable, [template]);
}

/** Locks a text for its change. */
export function lockTemplate(tx: Tx, id: string): Promise<TemplateRow | undefined> {
  return tx.lock(templatesTable, { id });
}

/** Saves what changed of a text. */
export function saveTemplate(tx: Tx, before: TemplateRow, patch: Partial<TemplateRow>): Promise<TemplateRow> {
  return tx.update(templatesTable, before, patch);
}

/** Removes a text. */
export async function removeTemplate(tx: Tx, template: TemplateRow): Promise<void> {
  await tx.remove(templatesTable, template);
}

/** A text as its readers see it. */
export function presentTemplate(row: RowOf<'follow_up_templates'>, actor: Actor): FollowUpTemplate {
  const { id, shippedKey, method, name, content, feedback, nextStep, active, version } = row;
  const own = row.ownerId !== null;
  return {
    id,
    shippedKey,
    scope: own ? 'own' : 'organization',
    method,
    name,
    content,
    feedback,
    nextStep,
    active,
    version,
    mayChange: own || may(actor, MANAGE_TEMPLATES),
  };
}

/** A text that ships, as nobody here has changed it. */
export function presentShipped({ key, ...text }: ShippedTemplate, actor: Actor): FollowUpTemplate {
  return {
    ...text,
    id: null,
    shippedKey: key,
    scope: 'shipped',
    active: true,
    version: null,
    mayChange: may(actor, MANAGE_TEMPLATES),
  };
}
