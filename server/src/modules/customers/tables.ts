import type { DuplicateAction, JoinState, MatchGrade } from '@dealtrail/protocol/customers';
import { defineTable } from '../../kernel/db/index.ts';

interface CustomerTable {
  orgId: string;
  id: string;
  name: string;
  /** How people call it: 华为. */
  shortName: string | null;
  /** 曾用名: earlier registered names, as good as the name when duplicates are looked for. */
  formerNames: string[];
  /** Unified social credit code in its one form. */
  creditCode: string | null;
  website: string | null;
  industry: string | null;
  region: string | null;
  province: string | null;
  city: string | null;
  dealState: 'none' | 'won' | 'repeat';
  /** Signed contracts so far; the deal state follows it. */
  signings: number;
  ownerId: string | null;
  departmentId: string | null;
  createdAt: Date;
  updatedAt: Date;
  version: number;
}

interface ContactTable {
  orgId: string;
  id: string;
  customerId: string;
  name: string;
  title: string | null;
  phone: string | null;
  email: string | null;
  wechat: string | null;
  createdAt: Date;
  version: number;
}

/** What the organisation does about a duplicate of this grade; no row: the shipped rule. */
interface DuplicateRuleTable {
  orgId: string;
  recordKind: 'lead' | 'customer';
  grade: MatchGrade;
  action: DuplicateAction;
}

/** 申请协作: a member asks to work on a record they may not see. */
interface JoinRequestTable {
  orgId: string;
  id: string;
  recordId: string;
  recordKind: string;
  memberId: string;
  reason: string;
  state: JoinState;
  level: 'read' | 'write' | null;
  answer: string | null;
  answeredBy: string | null;
  askedAt: Date;
  answeredAt: Date | null;
  version: number;
}

declare module '../../kernel/db/tables.ts' {
  interface Tables {
    customers: CustomerTable;
    contacts: ContactTable;
    duplicate_rules: DuplicateRuleTable;
    join_requests: JoinRequestTable;
  }
}

export const customersTable = defineTable({ name: 'customers', key: ['id'], versioned: true, auditedBy: 'id' });
export const contactsTable = defineTable({
  name: 'contacts',
  key: ['id'],
  versioned: true,
  auditedBy: 'customerId',
  classes: { phone: 'contact', email: 'contact', wechat: 'contact' },
});
export const duplicateRulesTable = defineTable({
  name: 'duplicate_rules',
  key: ['recordKind', 'grade'],
  versioned: false,
});
export const joinRequestsTable = defineTable({
  name: 'join_requests',
  key: ['id'],
  versioned: true,
  auditedBy: 'recordId',
});
