import type { FormField, WebForm } from '@dealtrail/protocol/forms';
import { sql } from 'kysely';
import type { NewRow, RowOf, Tx } from '../../../kernel/db/index.ts';
import { formKey } from '../rules/form-key.ts';
import { came } from './submission-store.ts';
import { webFormsTable } from '../tables.ts';

type FormRow = RowOf<'web_forms'>;

interface CountedForm extends Omit<WebForm, 'key' | 'lastAt'> {
  readonly lastAt: Date | null;
}

/** Query for forms with what came through each; one of them, or all, the newest first. */
export function formsQuery(orgId: string, id?: string) {
  return sql<CountedForm>`
    select f.id, f.name, f.title, f.intro, f.send_text, f.accent, f.source, f.campaign, f.fields, f.consent_text, f.thanks_text,
      f.redirect_url, f.active, f.responsible_id, m.name as responsible_name, f.version,
      coalesce(s.created, 0)::int as created, coalesce(s.qualified, 0)::int as qualified, coalesce(s.converted, 0)::int as converted,
      coalesce(s.joined, 0)::int as joined, coalesce(s.held, 0)::int as held, s.last_at
    from seen.web_forms f
    left join seen.members m on m.org_id = f.org_id and m.id = f.responsible_id
    left join (
      select b.form_id, max(b.at) as last_at, count(*) filter (where ${came('created')}) as created,
        count(*) filter (where ${came('qualified')}) as qualified, count(*) filter (where ${came('converted')}) as converted,
        count(*) filter (where ${came('joined')}) as joined, count(*) filter (where ${came('held')}) as held
      from seen.form_submissions b
      left join seen.leads l on l.org_id = b.org_id and l.id = b.lead_id and l.org_id = ${orgId}::uuid
      where b.org_id = ${orgId}::uuid group by b.form_id
    ) s on s.form_id = f.id
    where f.org_id = ${orgId}::uuid and ${id === undefined ? sql`true` : sql`f.id = ${id}::uuid`}
    order by f.created_at desc, f.id`;
}

/** A form as administrators see it. */
export function presentForm(orgId: string, form: CountedForm): WebForm {
  return { ...form, key: formKey(orgId, form.id), lastAt: form.lastAt?.toISOString() ?? null };
}

/** What a visitor's page and the taking in need of a form. */
export interface OpenForm {
  readonly id: string;
  readonly name: string;
  readonly title: string | null;
  readonly intro: string | null;
  readonly sendText: string | null;
  readonly accent: string | null;
  readonly organizationName: string;
  readonly zone: string;
  readonly source: string;
  readonly campaign: string | null;
  readonly fields: FormField[];
  readonly consentText: string;
  readonly thanksText: string;
  readonly redirectUrl: string | null;
  readonly responsibleId: string;
}

/** Query for a form that is active. */
export function openFormQuery(orgId: string, id: string) {
  return sql<OpenForm>`
    select f.id, f.name, f.title, f.intro, f.send_text, f.accent, o.name as organization_name, o.zone, f.source, f.campaign,
      f.fields, f.consent_text, f.thanks_text, f.redirect_url, f.responsible_id
    from seen.web_forms f join seen.organizations o on o.id = f.org_id and o.id = ${orgId}::uuid
    where f.org_id = ${orgId}::uuid and f.id = ${id}::uuid and f.active`;
}

/** Keeps a new form. */
export async function insertForm(tx: Tx, form: NewRow<'web_forms'>): Promise<void> {
  await tx.insert(webFormsTable, [form]);
}

/** Locks a form for its change. */
export function lockForm(tx: Tx, id: string): Promise<FormRow | undefined> {
  return tx.lock(webFormsTable, { id });
}

/** Saves what changed of a form. */
export async function saveForm(tx: Tx, form: FormRow, patch: Partial<NewRow<'web_forms'>>): Promise<void> {
  await tx.update(webFormsTable, form, patch);
}
