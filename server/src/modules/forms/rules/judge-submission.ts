import type { FormField, FormFieldName, HeldReason } from '@dealtrail/protocol/forms';

/** A field no person sees and every careless program fills. */
const TRAP_FIELD = 'website_url';

/** What the visitor's page calls this submission, so that a repeat is known. */
export const SUBMISSION_ID_FIELD = 'submissionId';

const YES = new Set(['on', 'yes', 'true', '1', 'agree', '同意']);

/** More addresses than anybody puts into a need. */
const MOST_LINKS = 2;

const LINK = /(?:https?:\/\/|www\.)\S+/gi;

type Sent = Readonly<Record<string, string>>;

/** The facts among what was sent that the form asks for, trimmed; empty ones are not told. */
export function factsIn(sent: Sent, fields: readonly FormField[]): Partial<Record<FormFieldName, string>> {
  const told = fields.flatMap(({ name }): [FormFieldName, string][] => {
    const value = (sent[name] ?? '').trim();
    return value === '' ? [] : [[name, value]];
  });
  return Object.fromEntries(told);
}

/** Required fields that are empty. */
export function missingIn(sent: Sent, fields: readonly FormField[]): FormFieldName[] {
  return fields.filter(({ name, required }) => required && (sent[name] ?? '').trim() === '').map(({ name }) => name);
}

/** Whether the visitor agreed. */
export function hasConsent(sent: Sent): boolean {
  return YES.has((sent['consent'] ?? '').trim().toLowerCase());
}

/** Why a submission should wait for a person; undefined when nothing speaks against it. */
export function suspicion(sent: Sent): HeldReason | undefined {
  if ((sent[TRAP_FIELD] ?? '').trim() !== '') return 'trap';
  const links = Object.values(sent).reduce((count, text) => count + (text.match(LINK)?.length ?? 0), 0);
  return links > MOST_LINKS ? 'links' : undefined;
}

/** Whether a form lets its visitors say who they are and how to reach them. */
export function isReachable(fields: readonly FormField[]): boolean {
  const asked = new Set(fields.map(({ name }) => name));
  const named = asked.has('companyName') || asked.has('contactName');
  return named && (asked.has('phone') || asked.has('email') || asked.has('wechat'));
}
