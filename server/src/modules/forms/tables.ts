import type { FormField, HeldReason, InboundField, PostReason } from '@dealtrail/protocol/forms';
import { defineTable } from '../../kernel/db/index.ts';

interface WebFormTable {
  orgId: string;
  id: string;
  name: string;
  title: string | null;
  intro: string | null;
  sendText: string | null;
  accent: string | null;
  source: string;
  campaign: string | null;
  fields: FormField[];
  consentText: string;
  thanksText: string;
  redirectUrl: string | null;
  active: boolean;
  responsibleId: string;
  createdAt: Date;
  version: number;
}

interface FormSubmissionTable {
  orgId: string;
  id: string;
  formId: string;
  at: Date;
  state: 'created' | 'joined' | 'held' | 'discarded';
  reason: HeldReason | null;
  /** Of what was sent, or of the page's own id for it: the same again is the same submission. */
  fingerprint: string;
  content: Record<string, string> | null;
  consentText: string;
  leadId: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  version: number;
}

/** A door another system posts leads to. */
interface InboundHookTable {
  orgId: string;
  id: string;
  name: string;
  /** Of the secret in its address. */
  tokenHash: string;
  /** Key of the signature, sealed; null where posts are not signed. */
  signSecret: string | null;
  source: string;
  campaign: string | null;
  fields: InboundField[];
  deliveryPath: string | null;
  active: boolean;
  responsibleId: string;
  createdAt: Date;
  version: number;
}

interface InboundPostTable {
  orgId: string;
  id: string;
  hookId: string;
  at: Date;
  state: 'created' | 'joined' | 'held' | 'discarded';
  reason: PostReason | null;
  fingerprint: string;
  body: Record<string, unknown> | null;
  leadId: string | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  version: number;
}

declare module '../../kernel/db/tables.ts' {
  interface Tables {
    web_forms: WebFormTable;
    form_submissions: FormSubmissionTable;
    inbound_hooks: InboundHookTable;
    inbound_posts: InboundPostTable;
  }
}

export const webFormsTable = defineTable({ name: 'web_forms', key: ['id'], versioned: true, auditedBy: 'orgId' });
export const formSubmissionsTable = defineTable({
  name: 'form_submissions',
  key: ['id'],
  versioned: true,
  auditedBy: 'leadId',
  unaudited: ['content', 'fingerprint', 'at'],
});
export const inboundHooksTable = defineTable({
  name: 'inbound_hooks',
  key: ['id'],
  versioned: true,
  auditedBy: 'orgId',
  unaudited: ['tokenHash', 'signSecret', 'createdAt'],
});
export const inboundPostsTable = defineTable({
  name: 'inbound_posts',
  key: ['id'],
  versioned: true,
  auditedBy: 'leadId',
  unaudited: ['body', 'fingerprint', 'at'],
});
