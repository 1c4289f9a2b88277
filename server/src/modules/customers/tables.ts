import type { DuplicateAction, JoinState, MatchGrade, MatchWeights, PairCounts } from '@dealtrail/protocol/customers';
import type { Why } from '@dealtrail/protocol/kernel';
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

/** Two records of a run's sample; a grade is null where the weights do not pair them. */
export interface SampledPair {
  readonly oneId: string;
  readonly otherId: string;
  readonly grade: keyof PairCounts | null;
  readonly before: keyof PairCounts | null;
  readonly points: number;
  readonly reasons: readonly Why[];
}

/** One comparison of all records: a trial of weights, or the search that feeds the list of pairs. */
interface MatchRunTable {
  orgId: string;
  id: string;
  purpose: 'trial' | 'search';
  weights: MatchWeights;
  state: 'running' | 'done' | 'dropped';
  /** The last record that was compared. */
  afterId: string | null;
  checked: number;
  total: number;
  found: PairCounts;
  before: PairCounts;
  sample: SampledPair[];
  madeBy: string | null;
  madeAt: Date;
  endedAt: Date | null;
  heldAt: Date | null;
  heldBy: string | null;
  dueAt: Date | null;
  version: number;
}

/** Two records of a kind that may be one, the smaller id first. */
interface DuplicatePairTable {
  orgId: string;
  oneId: string;
  otherId: string;
  recordKind: 'lead' | 'customer';
  grade: keyof PairCounts;
  /** Tenths of a point. */
  points: number;
  reasons: Why[];
  foundAt: Date;
  decision: 'apart' | 'later' | null;
  decidedBy: string | null;
  decidedAt: Date | null;
  laterUntil: Date | null;
  version: number;
}

declare module '../../kernel/db/tables.ts' {
  interface Tables {
    customers: CustomerTable;
    contacts: ContactTable;
    duplicate_rules: DuplicateRuleTable;
    join_requests: JoinRequestTable;
    match_runs: MatchRunTable;
    duplicate_pairs: DuplicatePairTable;
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
export const matchRunsTable = defineTable({
  name: 'match_runs',
  key: ['id'],
  versioned: true,
  auditedBy: 'orgId',
  unaudited: ['afterId', 'checked', 'total', 'found', 'before', 'sample', 'dueAt'],
});
export const duplicatePairsTable = defineTable({
  name: 'duplicate_pairs',
  key: ['oneId', 'otherId'],
  versioned: true,
  auditedBy: 'oneId',
  unaudited: ['points', 'reasons', 'grade'],
});
