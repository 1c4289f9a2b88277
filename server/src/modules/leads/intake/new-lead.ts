import type { NewRow } from '../../../kernel/db/index.ts';
import type { NewHead } from '../../../kernel/records/records.ts';
import { searchableOf } from '../store/lead-store.ts';
import type { Given, LaidInPool } from './distribution.ts';
import type { ToScreen } from './screen-lead.ts';
import type { LeadJudgement } from './judge-lead.ts';
import { type NormalLead, titleOf } from './normalise-lead.ts';

/** Everything that makes a new lead. */
export interface NewLeadParts {
  readonly id: string;
  readonly number: string;
  readonly normal: NormalLead;
  readonly judged: LeadJudgement;
  readonly given: Given | LaidInPool | ToScreen;
  /** 待补充 ticked by a person. */
  readonly markedIncomplete: boolean;
  /** The campaign known by the text the lead tells. */
  readonly campaignId: string | null;
  readonly createdBy: string;
  /** The organisation's, where the lead names none. */
  readonly currency: string;
  readonly now: Date;
}

/** Whose a new lead is, or in which pool it lies. */
function homeOf(given: NewLeadParts['given'], now: Date) {
  const { ownerId, departmentId, why: assignedWhy } = given;
  const unclaimed = { claimedFrom: null, protectedUntil: null, screenerId: null, acceptedAt: null };
  if (given.how === 'screening') {
    const home = { ...unclaimed, ownerId, departmentId, poolId: null, pooledAt: null, assignedAt: null, assignedWhy };
    return { ...home, state: 'screening' as const, screenerId: given.ownerId };
  }
  return given.how === 'pool'
    ? {
        ...unclaimed,
        state: 'unassigned' as const,
        ownerId,
        departmentId,
        poolId: given.poolId,
        pooledAt: now,
        assignedAt: null,
        assignedWhy,
      }
    : {
        ...unclaimed,
        state: 'assigned' as const,
        ownerId,
        departmentId,
        poolId: null,
        pooledAt: null,
        assignedAt: now,
        assignedWhy,
      };
}

/** The row and head of a lead just taken in: judged, owned or in a pool, not yet touched. */
export function newLead(parts: NewLeadParts): {
  row: NewRow<'leads'>;
  head: NewHead;
  normal: NormalLead;
  given: NewLeadParts['given'];
} {
  const { id, number, normal, judged, given, now } = parts;
  const { facts } = normal;
  const { ownerId, departmentId } = given;
  const row: NewRow<'leads'> = {
    ...facts,
    ...judged,
    id,
    currency: facts.currency ?? parts.currency,
    campaignId: parts.campaignId,
    sourceText: normal.sourceText,
    sourceListed: normal.sourceKey !== null,
    lastSource: facts.source,
    markedIncomplete: parts.markedIncomplete,
    invalidReason: null,
    invalidNote: null,
    intentOverridden: false,
    priorityOverridden: false,
    ...homeOf(given, now),
    pausedUntil: null,
    pauseReason: null,
    pauseNote: null,
    pauses: 0,
    attempts: 0,
    attemptDays: 0,
    lastAttemptOn: null,
    firstTouchAt: null,
    lastFollowUpAt: null,
    contacts: 0,
    firstContactAt: null,
    lastContactAt: null,
    customerId: null,
    opportunityId: null,
    qualifiedAt: null,
    convertedOn: null,
    contractNo: null,
    signedMinor: null,
    signedCurrency: null,
    createdBy: parts.createdBy,
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
  const title = titleOf(facts) ?? number;
  return {
    row,
    head: { id, kind: 'lead', number, title, ownerId, departmentId, searchable: searchableOf(facts) },
    normal,
    given,
  };
}
