import { sql } from 'kysely';
import type { Tx } from '../db/index.ts';
import type { Registry } from '../house/module.ts';
import { type QuietHours, quietUntil, usualQuietHours } from './rules/quiet-hours.ts';
import { type Switches, wanted } from './rules/wanted.ts';

/** What becomes of a mail at the moment it is to leave. */
export type Judgement =
  | { readonly go: true }
  | { readonly go: false; readonly withdrawn: 'switched_off' | 'not_visible' }
  | { readonly go: false; readonly until: Date };

/** A mail that belongs to a message, with everything its leaving depends on as it is now. */
interface MailFacts {
  readonly mailId: string;
  readonly memberId: string;
  readonly kind: string;
  readonly recordId: string | null;
  readonly recordKind: string | null;
  readonly ownerId: string | null;
  readonly departmentId: string | null;
  readonly present: boolean;
  readonly switches: Switches | null;
  readonly quiet: boolean | null;
  readonly quietFrom: string | null;
  readonly quietTo: string | null;
  readonly urgent: boolean;
  readonly zone: string;
}

const factsQuery = (orgId: string, mailIds: readonly string[]) => sql<MailFacts>`
  select m.id as mail_id, n.member_id, n.kind, n.record_id, n.record_kind, r.owner_id, r.department_id,
    (r.id is not null and r.deleted_at is null) as present, p.switches, p.quiet, p.quiet_from, p.quiet_to,
    (u.kind is not null) as urgent, o.zone
  from seen.mails m
  join seen.notifications n on n.org_id = ${orgId}::uuid and n.id = m.notification_id
  join seen.organizations o on o.id = ${orgId}::uuid
  left join seen.notification_preferences p on p.org_id = ${orgId}::uuid and p.member_id = n.member_id
  left join seen.urgent_notices u on u.org_id = ${orgId}::uuid and u.kind = n.kind
  left join seen.records r on r.org_id = ${orgId}::uuid and r.id = n.record_id
  where m.org_id = ${orgId}::uuid and m.id = any(${mailIds}::uuid[])`;

function quietOf({ quiet, quietFrom, quietTo }: MailFacts): QuietHours {
  if (quiet === null || quietFrom === null || quietTo === null) return usualQuietHours;
  return { on: quiet, from: quietFrom, to: quietTo };
}

/** Who of the recipients is still here and still sees the record their mail is about; asked once a record. */
async function stillSeeing(tx: Tx, registry: Registry, facts: readonly MailFacts[]): Promise<Set<string>> {
  const seeing = new Set<string>();
  for (const same of Map.groupBy(facts, ({ recordId }) => recordId).values()) {
    const [first] = same;
    if (!first) continue;
    const { recordId, recordKind, ownerId, departmentId, present } = first;
    const kind = registry.kinds.get(recordKind ?? '');
    if (recordId && kind && !present) continue;
    const record =
      recordId && kind ? { id: recordId, ownerId, departmentId, permission: `${kind.chapter}.read` } : undefined;
    const persons = await registry.people.activeAmong(tx, [...new Set(same.map(({ memberId }) => memberId))], record);
    const ids = new Set(persons.map(({ id }) => id));
    for (const { mailId, memberId } of same) if (ids.has(memberId)) seeing.add(mailId);
  }
  return seeing;
}

/**
 * Judges mails that belong to messages, at the moment they are to leave: whether their member still wants them, still
 * sees what they are about, and sleeps. By mail id; mails without a message are not in it and simply go.
 */
export async function judgeMails(
  tx: Tx,
  registry: Registry,
  mailIds: readonly string[],
): Promise<Map<string, Judgement>> {
  const facts = await tx.many(factsQuery(tx.orgId, mailIds));
  const seeing = await stillSeeing(tx, registry, facts);
  const now = tx.time.now();
  return new Map(
    facts.map((each): [string, Judgement] => {
      if (!seeing.has(each.mailId)) return [each.mailId, { go: false, withdrawn: 'not_visible' }];
      if (!wanted(registry.notices.get(each.kind), each.kind, 'mail', each.switches ?? {}))
        return [each.mailId, { go: false, withdrawn: 'switched_off' }];
      const until = each.urgent ? undefined : quietUntil(now, each.zone, quietOf(each));
      return [each.mailId, until ? { go: false, until } : { go: true }];
    }),
  );
}
