import type { Why } from '@dealtrail/protocol/kernel';
import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { RecordInView } from '../house/people.ts';
import type { Services } from '../house/services.ts';
import type { MailKind, MailParams } from '../mail/index.ts';
import { queueMails } from '../mail/outgoing.ts';

/** A message to some members about one fact. */
export interface Note {
  readonly eventId: string;
  readonly memberIds: readonly string[];
  /** What it is about, such as clocks.overdue; one message per event, member and kind. */
  readonly kind: string;
  readonly recordId: string | null;
  readonly recordKind: string | null;
  readonly text: Why;
  /** The same by mail. The recipient's name, the organisation's zone and the link are added. */
  readonly mail?: { readonly kind: MailKind; readonly params: MailParams };
}

/** The record as rights are judged on it; undefined when it is gone. */
async function inView(tx: Tx, recordId: string, permission: string): Promise<RecordInView | undefined> {
  const head = await tx.maybe(sql<{ id: string; ownerId: string | null; departmentId: string | null }>`
    select r.id, r.owner_id, r.department_id from seen.records r
    where r.org_id = ${tx.orgId}::uuid and r.id = ${recordId}::uuid and r.deleted_at is null`);
  return head && { ...head, permission };
}

async function keep(tx: Tx, note: Note, memberIds: readonly string[], mail: string): Promise<Map<string, string>> {
  const rows = memberIds.map((memberId) => ({ id: tx.time.newId(), member_id: memberId }));
  const kept = await tx.many(sql<{ id: string; memberId: string }>`
    insert into app.notifications (org_id, id, member_id, event_id, kind, record_id, record_kind, text, at, mail)
    select ${tx.orgId}::uuid, n.id, n.member_id, ${note.eventId}::uuid, ${note.kind}, ${note.recordId}::uuid, ${note.recordKind},
      ${JSON.stringify(note.text)}::jsonb, ${tx.time.now()}, ${mail}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, member_id uuid)
    on conflict (org_id, event_id, member_id, kind) do nothing returning id, member_id`);
  return new Map(kept.map(({ id, memberId }) => [memberId, id]));
}

function linkTo(services: Services, note: Note): Record<string, string> {
  const chapter = services.registry.kinds.get(note.recordKind ?? '')?.chapter;
  return chapter && note.recordId ? { link: `${services.config.publicUrl}/${chapter}/${note.recordId}` } : {};
}

/**
 * Tells the active ones of these members who may see the record at this moment, in the product and by mail; nobody
 * hears of the same event twice. Returns the ids of those told now.
 */
export async function notify(tx: Tx, services: Services, note: Note): Promise<string[]> {
  const { people, kinds } = services.registry;
  const kind = kinds.get(note.recordKind ?? '');
  const record = note.recordId && kind ? await inView(tx, note.recordId, `${kind.chapter}.read`) : undefined;
  if (note.recordId && kind && !record) return [];
  const persons = await people.activeAmong(tx, [...new Set(note.memberIds)], record);
  if (persons.length === 0) return [];
  const { mailer } = services;
  const mail = note.mail ? (mailer.configured ? 'waiting' : 'not_configured') : 'none';
  const kept = await keep(
    tx,
    note,
    persons.map(({ id }) => id),
    mail,
  );
  const told = persons.filter(({ id }) => kept.has(id));
  if (note.mail && told.length > 0) {
    const { params, kind: mailKind } = note.mail;
    const { zone } = await tx.one(
      sql<{ zone: string }>`select zone from seen.organizations where id = ${tx.orgId}::uuid`,
    );
    const link = linkTo(services, note);
    await queueMails(
      tx,
      mailer,
      told.map((person) => ({
        to: person.email,
        kind: mailKind,
        locale: person.locale,
        params: { zone, ...link, ...params, recipientName: person.name },
        notificationId: kept.get(person.id) as string,
      })),
    );
  }
  return told.map(({ id }) => id);
}
