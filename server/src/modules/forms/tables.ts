import type { FormField, HeldReason } from '@dealtrail/protocol/forms';
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

declare module '../../kernel/db/tables.ts' {
  interface Tables {
    web_forms: WebFormTable;
    form_submissions: FormSubmissionTable;
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
