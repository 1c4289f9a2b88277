import type { Why } from '@dealtrail/protocol/kernel';
import { sql } from 'kysely';
import { calendarOf } from '../clocks/organization-rules.ts';
import type { Tx } from '../db/index.ts';
import type { Person, RecordInView } from '../house/people.ts';
import { pageOfRecord } from '../house/registry.ts';
import type { Services } from '../house/services.ts';
import type { MailKind, MailParams } from '../mail/index.ts';
import { queueMails } from '../mail/outgoing.ts';
import { type Preferences, preferencesOf, preferencesQuery } from './preferences-query.ts';
import { wanted } from './rules/wanted.ts';

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

/** One message on its way to one member. */
interface Told {
  readonly id: string;
  readonly person: Person;
  /** False: kept out of the bell. */
  readonly shown: boolean;
  readonly mailed: boolean;
}

/** The record as rights are judged on it; undefined when it is gone. */
async function inView(tx: Tx, recordId: string, permission: string): Promise<RecordInView | undefined> {
  const head = await tx.maybe(sql<{ id: string; ownerId: string | null; departmentId: string | null }>`
    select r.id, r.owner_id, r.department_id from seen.records r
    where r.org_id = ${tx.orgId}::uuid and r.id = ${recordId}::uuid and r.deleted_at is null`);
  return head && { ...head, permission };
}

/** Writes the messages; returns those that were not there yet. */
async function keep(tx: Tx, note: Note, all: readonly Told[], configured: boolean): Promise<Told[]> {
  const mailOf = (told: Told) => (told.mailed ? (configured ? 'waiting' : 'not_configured') : 'none');
  const rows = all.map((told) => ({
    id: told.id,
    member_id: told.person.id,
    shown: told.shown,
    mail: mailOf(told),
  }));
  const kept = await tx.many(sql<{ id: string }>`
    insert into app.notifications (org_id, id, member_id, event_id, kind, record_id, record_kind, text, at, mail, shown)
    select ${tx.orgId}::uuid, n.id, n.member_id, ${note.eventId}::uuid, ${note.kind}, ${note.recordId}::uuid, ${note.recordKind},
      ${JSON.stringify(note.text)}::jsonb, ${tx.time.now()}, n.mail, n.shown
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(id uuid, member_id uuid, mail text, shown boolean)
    on conflict (org_id, event_id, member_id, kind) do nothing returning id`);
  const written = new Set(kept.map(({ id }) => id));
  return all.filter(({ id }) => written.has(id));
}

function linkTo(services: Services, note: Note): Record<string, string> {
  const page = pageOfRecord(services.registry, note.recordKind, note.recordId);
  return page ? { link: `${services.config.publicUrl}${page}` } : {};
}

async function mailTo(tx: Tx, services: Services, note: Note, told: readonly Told[]): Promise<void> {
  if (!note.mail || told.length === 0) return;
  const { params, kind } = note.mail;
  const { zone } = await calendarOf(tx);
  const link = linkTo(services, note);
  await queueMails(
    tx,
    services.mailer,
    told.map(({ id, person }) => ({
      to: person.email,
      kind,
      locale: person.locale,
      params: { zone, ...link, ...params, recipientName: person.name },
      notificationId: id,
    })),
  );
}

/** Lets the member's open pages know at once; the streams tell it to nobody else. */
function tellLive(tx: Tx, { id, person, shown }: Told): void {
  if (shown) tx.publish({ type: 'notifications.told', recordId: id, data: { memberId: person.id } });
}

/**
 * Tells the active ones of these members who may see the record at this moment, in the product and by mail as they
 * want it; nobody hears of the same event twice. Returns the ids of those told now.
 */
export async function notify(tx: Tx, services: Services, note: Note): Promise<string[]> {
  const { people, kinds, notices } = services.registry;
  const kind = kinds.get(note.recordKind ?? '');
  // Who stands in for somebody away hears of their records what they hear.
  const away = note.recordId && kind ? await people.awayAmong(tx, [...new Set(note.memberIds)]) : [];
  const ids = [...new Set([...note.memberIds, ...away.flatMap(({ deputy }) => (deputy ? [deputy.id] : []))])];
  const [record, preferences] = await Promise.all([
    note.recordId && kind ? inView(tx, note.recordId, `${kind.chapter}.read`) : undefined,
    tx.many(preferencesQuery(tx.orgId, ids)),
  ]);
  if (note.recordId && kind && !record) return [];
  const persons = await people.activeAmong(tx, ids, record);
  if (persons.length === 0) return [];
  const chosen = preferencesOf(preferences);
  const wants = (channel: 'app' | 'mail', { switches }: Preferences) =>
    wanted(notices.get(note.kind), note.kind, channel, switches);
  const all = persons.map((person) => ({
    id: tx.time.newId(),
    person,
    shown: wants('app', chosen(person.id)),
    mailed: note.mail !== undefined && wants('mail', chosen(person.id)),
  }));
  const told = await keep(tx, note, all, services.mailer.configured);
  for (const each of told) tellLive(tx, each);
  await mailTo(
    tx,
    services,
    note,
    told.filter(({ mailed }) => mailed),
  );
  return told.map(({ person }) => person.id);
}
