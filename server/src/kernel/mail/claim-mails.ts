import { sql } from 'kysely';
import { mailsTable } from '../db/kernel-tables.ts';
import { type RowOf, rowsOf, type Tx } from '../db/index.ts';
import type { Registry } from '../house/module.ts';
import { judgeMails } from '../notifications/judge-mails.ts';

export type MailRow = RowOf<'mails'>;

/** Mails one pass takes; with at most 30 seconds for each of ten, a pass ends well before its lease does. */
export const BATCH = 50;

// While it is being sent a mail is out of reach of other nodes; of a node that died it comes back after this time.
const LEASE_MS = 15 * 60_000;

/** Takes mails on: counts the try and moves the next one ahead before anything is sent. */
async function take(tx: Tx): Promise<MailRow[]> {
  const now = tx.time.now();
  const result = await tx.run({
    name: 'mails_claim',
    text: `update app.mails m set attempts = attempts + 1, next_try_at = $3 from (
        select id from app.mails where org_id = $1 and state = 'waiting' and next_try_at <= $2
        order by next_try_at limit $4 for update skip locked
      ) c where m.org_id = $1 and m.id = c.id returning m.*`,
    values: [tx.orgId, now, new Date(now.getTime() + LEASE_MS), BATCH],
  });
  return rowsOf<MailRow>(result);
}

/** Marks the messages behind some mails with what became of them. */
export async function markMessages(tx: Tx, notificationIds: readonly string[], mail: string): Promise<void> {
  if (notificationIds.length === 0) return;
  await tx.run({
    text: 'update app.notifications set mail = $3 where org_id = $1 and id = any($2::uuid[])',
    values: [tx.orgId, notificationIds, mail],
  });
}

async function withdraw(tx: Tx, mail: MailRow, problem: string): Promise<void> {
  await tx.update(mailsTable, mail, { state: 'withdrawn', nextTryAt: null, problem });
  if (mail.notificationId) await markMessages(tx, [mail.notificationId], 'withdrawn');
}

/** Puts what gathered for one person into one mail, which leaves with the next pass. */
async function gather(tx: Tx, mails: readonly [MailRow, ...MailRow[]]): Promise<void> {
  const [{ recipient, locale, params }] = mails;
  const { recipientName = '', zone = '' } = params;
  const digest = tx.time.newId();
  const now = tx.time.now();
  await tx.insert(mailsTable, [
    {
      id: digest,
      notificationId: null,
      recipient,
      kind: 'digest',
      locale,
      params: { recipientName, zone },
      state: 'waiting',
      attempts: 0,
      nextTryAt: now,
      problem: null,
      createdAt: now,
      sentAt: null,
    },
  ]);
  for (const mail of mails)
    await tx.update(mailsTable, mail, { state: 'gathered', digestId: digest, nextTryAt: null, held: false });
}

interface Gathered {
  readonly mailId: string;
  readonly text: { readonly key: string; readonly params: Readonly<Record<string, string | number>> };
}

function say({ key, params }: Gathered['text'], sentences: Readonly<Record<string, string>>): string {
  return (sentences[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** What a digest says: the messages in it that its reader still wants and may still see, each in a line. */
async function digestLines(tx: Tx, registry: Registry, digest: MailRow): Promise<string[]> {
  const gathered = await tx.many(sql<Gathered>`
    select m.id as mail_id, n.text from seen.mails m
    join seen.notifications n on n.org_id = ${tx.orgId}::uuid and n.id = m.notification_id
    where m.org_id = ${tx.orgId}::uuid and m.digest_id = ${digest.id}::uuid order by n.at, n.id`);
  const judged = await judgeMails(
    tx,
    registry,
    gathered.map(({ mailId }) => mailId),
  );
  const sentences = registry.messages[digest.locale === 'en' ? 'en' : 'zh'];
  return gathered
    .filter(({ mailId }) => {
      const judgement = judged.get(mailId);
      return judgement?.go === true || (judgement !== undefined && 'until' in judgement);
    })
    .map(({ text }) => `· ${say(text, sentences)}`);
}

/** A digest as it leaves; undefined when nothing in it concerns its reader any more. */
async function fillDigest(
  tx: Tx,
  registry: Registry,
  publicUrl: string,
  digest: MailRow,
): Promise<MailRow | undefined> {
  const lines = await digestLines(tx, registry, digest);
  if (lines.length === 0) {
    await withdraw(tx, digest, 'not_visible');
    return undefined;
  }
  const params = {
    ...digest.params,
    count: lines.length,
    items: lines.join('\n'),
    link: `${publicUrl}/notifications`,
  };
  return { ...digest, params };
}

/**
 * Takes on the mails that are due and judges each at this moment: not wanted or not visible any more is withdrawn, in
 * quiet hours it is held, what gathered in them becomes one digest. Returns those that leave now.
 */
export async function claimMails(
  tx: Tx,
  registry: Registry,
  publicUrl: string,
): Promise<{ readonly mails: MailRow[]; readonly taken: number; readonly gathered: boolean }> {
  const taken = await take(tx);
  const judged = await judgeMails(
    tx,
    registry,
    taken.map(({ id }) => id),
  );
  const leaving: MailRow[] = [];
  for (const mail of taken) {
    const judgement = judged.get(mail.id) ?? { go: true };
    if (mail.kind === 'digest') {
      const filled = await fillDigest(tx, registry, publicUrl, mail);
      if (filled) leaving.push(filled);
    } else if (judgement.go) leaving.push(mail);
    else if ('until' in judgement)
      await tx.update(mailsTable, mail, { held: true, attempts: mail.attempts - 1, nextTryAt: judgement.until });
    else await withdraw(tx, mail, judgement.withdrawn);
  }
  const held = Map.groupBy(
    leaving.filter((mail) => mail.held),
    ({ recipient }) => recipient,
  );
  const gathered = new Set<string>();
  for (const [first, ...others] of held.values()) {
    if (!first || others.length === 0) continue;
    await gather(tx, [first, ...others]);
    for (const { id } of [first, ...others]) gathered.add(id);
  }
  return { mails: leaving.filter(({ id }) => !gathered.has(id)), taken: taken.length, gathered: gathered.size > 0 };
}
