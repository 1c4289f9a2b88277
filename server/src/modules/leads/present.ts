import type { ClockView } from '@dealtrail/protocol/clocks';
import type { DuplicateHit } from '@dealtrail/protocol/customers';
import type { Lead, LeadRow as Listed } from '@dealtrail/protocol/leads';
import { type Actor, maskEmail, maskPhone, may } from '../../kernel/access/index.ts';
import { abilities, answers, moves } from './policy.ts';
import { conversionCycle } from './rules/conversion-cycle.ts';
import type { ListedLead } from './store/lead-list.ts';
import type { LeadRow } from './store/lead-store.ts';

/** A lead with the names around it. */
export type LeadFactsShown = LeadRow & {
  number: string;
  title: string;
  ownerName: string | null;
  screenerName: string | null;
  departmentName: string | null;
  createdByName: string | null;
};

/** Everything the page of a lead is made of. */
export interface LeadParts {
  readonly lead: LeadFactsShown;
  readonly clocks: readonly ClockView[];
  readonly duplicates: readonly DuplicateHit[];
  readonly now: Date;
}

const instant = (moment: Date | null): string | null => moment?.toISOString() ?? null;

/** Contact data as it leaves the product everywhere but in a reveal. */
function maskContact<Row extends { phone: string | null; email: string | null }>(row: Row): Row {
  return { ...row, phone: row.phone && maskPhone(row.phone), email: row.email && maskEmail(row.email) };
}

/** A lead as lists show it: contact data masked, with what this member may do. */
export function presentListed(lead: ListedLead, actor: Actor): Listed {
  const { update, followUp, assign } = abilities(actor, lead);
  return { ...maskContact(lead), abilities: { update, followUp, assign } };
}

/** A lead as its page shows it: contact data masked, with what this member may do. */
export function presentLead({ lead, clocks, duplicates, now }: LeadParts, actor: Actor): Lead {
  const { createdAt, convertedOn } = lead;
  // The members of its pool are asked when somebody does.
  const claim = lead.poolId !== null && may(actor, 'leads.claim') && may(actor, 'leads.followUp');
  const cycle = convertedOn === null ? null : conversionCycle(createdAt, convertedOn, actor.organization.zone);
  return {
    ...maskContact(lead),
    landline: lead.landline && maskPhone(lead.landline),
    wechat: lead.wechat && maskPhone(lead.wechat),
    assignedAt: instant(lead.assignedAt),
    acceptedAt: instant(lead.acceptedAt),
    firstTouchAt: instant(lead.firstTouchAt),
    lastFollowUpAt: instant(lead.lastFollowUpAt),
    createdAt: createdAt.toISOString(),
    updatedAt: lead.updatedAt.toISOString(),
    cycleDays: cycle?.days ?? null,
    clocks: [...clocks],
    duplicates: [...duplicates],
    moves: abilities(actor, lead).followUp ? moves(lead) : [],
    abilities: { ...abilities(actor, lead), ...answers(actor, lead, now), claim },
  };
}
