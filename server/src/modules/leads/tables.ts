import type { Why } from '@dealtrail/protocol/kernel';
import type { LeadState, LeadTouchVia, Level } from '@dealtrail/protocol/leads';
import { defineTable } from '../../kernel/db/index.ts';
import type { AssignmentRule } from './rules/assignment.ts';

interface LeadTable {
  orgId: string;
  id: string;
  companyName: string | null;
  contactName: string | null;
  contactTitle: string | null;
  phone: string | null;
  email: string | null;
  landline: string | null;
  wechat: string | null;
  /** Unified social credit code in its one form. */
  creditCode: string | null;
  website: string | null;
  /** Key of a listed source, else the text as it came; null when none was given. */
  source: string | null;
  /** What was typed or imported, for ever. */
  sourceText: string | null;
  sourceListed: boolean;
  /** Where it came from the last time: the source, until a later touch names another. */
  lastSource: string | null;
  industry: string | null;
  region: string | null;
  province: string | null;
  city: string | null;
  need: string | null;
  customerType: string | null;
  budgetMinor: number | null;
  currency: string;
  expectedPurchaseOn: string | null;
  /** The text as it was told; `campaignId` is the campaign known by it. */
  campaign: string | null;
  campaignId: string | null;
  /** Who referred it, by name, and the person there. */
  referrer: string | null;
  referredBy: string | null;
  externalId: string | null;
  state: LeadState;
  invalidReason: string | null;
  invalidNote: string | null;
  intent: Level;
  /** 3 high, 2 medium, 1 low, for sorting. */
  intentRank: number;
  intentLabel: string;
  intentWhy: Why[];
  intentOverridden: boolean;
  /** Which rules of which version of the book decided, as |one|other|, and what they said. */
  intentRules: string | null;
  intentBook: number | null;
  intentSaid: Level | null;
  priority: Level;
  priorityRank: number;
  priorityWhy: Why[];
  priorityOverridden: boolean;
  priorityRules: string | null;
  priorityBook: number | null;
  prioritySaid: Level | null;
  complete: boolean;
  missing: string[];
  completenessRules: string | null;
  completenessBook: number | null;
  /** 待补充 ticked by a person, whatever the rules say. */
  markedIncomplete: boolean;
  ownerId: string | null;
  departmentId: string | null;
  /** The pool it lies in while nobody owns it, and since when. */
  poolId: string | null;
  pooledAt: Date | null;
  /** The pool its owner took it from, and until when no rule takes it back. */
  claimedFrom: string | null;
  protectedUntil: Date | null;
  assignedAt: Date | null;
  assignedWhy: Why[];
  /** Who of marketing screens it, or did (R23); null where sales got it at once. */
  screenerId: string | null;
  /** When sales accepted what marketing passed on. */
  acceptedAt: Date | null;
  pausedUntil: string | null;
  pauseReason: string | null;
  pauseNote: string | null;
  pauses: number;
  attempts: number;
  attemptDays: number;
  lastAttemptOn: string | null;
  firstTouchAt: Date | null;
  lastFollowUpAt: Date | null;
  /** How often the customer was reached, and when first and last, whoever owned the lead. */
  contacts: number;
  firstContactAt: Date | null;
  lastContactAt: Date | null;
  customerId: string | null;
  opportunityId: string | null;
  qualifiedAt: Date | null;
  convertedOn: string | null;
  contractNo: string | null;
  /** Minor units of `signedCurrency`. */
  signedMinor: number | null;
  signedCurrency: string | null;
  createdBy: string | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

/** A source the organisation listed beside the shipped ones. */
interface LeadSourceTable {
  orgId: string;
  key: string;
  name: string;
  createdAt: Date;
}

/** What a person said a source text means; later leads with this text need no mapping. */
interface LeadSourceTextTable {
  orgId: string;
  folded: string;
  key: string;
  mappedBy: string | null;
  mappedAt: Date;
}

interface LeadAssignmentRuleTable {
  orgId: string;
  id: string;
  name: string;
  position: number;
  active: boolean;
  conditions: AssignmentRule['conditions'];
  departmentIds: string[];
  memberIds: string[];
  supervisorFirst: boolean;
  skills: string[];
  strategy: AssignmentRule['strategy'];
  /** By member, for `weighted`. */
  weights: Record<string, number>;
  atWorkOnly: boolean;
  version: number;
}

/** A lead that is known already came again through a source (R4). */
interface LeadTouchTable {
  orgId: string;
  id: string;
  leadId: string;
  /** Key of a listed source, else the text as it came; null when none was given. */
  source: string | null;
  sourceText: string | null;
  sourceListed: boolean;
  via: LeadTouchVia;
  campaign: string | null;
  campaignId: string | null;
  note: string | null;
  memberId: string | null;
  at: Date;
}

declare module '../../kernel/db/tables.ts' {
  interface Tables {
    leads: LeadTable;
    lead_sources: LeadSourceTable;
    lead_source_texts: LeadSourceTextTable;
    lead_assignment_rules: LeadAssignmentRuleTable;
    lead_touches: LeadTouchTable;
  }
}

export const leadsTable = defineTable({
  name: 'leads',
  key: ['id'],
  versioned: true,
  auditedBy: 'id',
  classes: { phone: 'contact', email: 'contact', landline: 'contact', wechat: 'contact' },
  unaudited: [
    'intentRank',
    'intentWhy',
    'priorityRank',
    'priorityWhy',
    'missing',
    'intentRules',
    'intentBook',
    'intentSaid',
    'priorityRules',
    'priorityBook',
    'prioritySaid',
    'completenessRules',
    'completenessBook',
    'assignedWhy',
    'contacts',
    'firstContactAt',
    'lastContactAt',
    'createdAt',
    'createdBy',
  ],
});
export const leadSourcesTable = defineTable({ name: 'lead_sources', key: ['key'], versioned: false });
export const leadSourceTextsTable = defineTable({ name: 'lead_source_texts', key: ['folded'], versioned: false });
export const leadAssignmentRulesTable = defineTable({
  name: 'lead_assignment_rules',
  key: ['id'],
  versioned: true,
  auditedBy: 'id',
});
export const leadTouchesTable = defineTable({ name: 'lead_touches', key: ['id'], versioned: false });
