import type { Actor } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { sql } from 'kysely';
import { conversionCycle } from '../rules/conversion-cycle.ts';
import { refuseClosedLead } from '../lead-states.ts';
import { getForRule, type LeadRow, lockForChange, saveLead } from '../store/lead-store.ts';
import { endLeads } from './end-lead.ts';
import { refuseMove } from './refuse-move.ts';

/** How a lead is called as a customer: its company, else the person; an outer id is no name. */
export function nameOfLead(lead: Pick<LeadRow, 'companyName' | 'contactName'>): string | null {
  return lead.companyName ?? lead.contactName;
}

/** Locks a lead that is about to become a customer: 404 unseen, 403 not theirs, 409 `lead_closed`. */
export async function lockForConversion(tx: Tx, actor: Actor, leadId: string): Promise<LeadRow> {
  const lead = await lockForChange(tx, actor, leadId, 'leads.update');
  refuseClosedLead(lead);
  return lead;
}

/** What a lead became. */
export interface QualifiedAs {
  readonly customerId: string;
  readonly opportunityId: string | null;
}

/** 已转商机: from here the lead's state is read-only; what still hangs on it ends, what was moved before goes on elsewhere. */
export async function markQualified(tx: Tx, lead: LeadRow, as: QualifiedAs): Promise<void> {
  refuseMove({ from: lead.state, to: 'qualified', by: 'system' });
  const saved = await saveLead(tx, lead, {
    state: 'qualified',
    qualifiedAt: tx.time.now(),
    customerId: as.customerId,
    opportunityId: as.opportunityId,
    pausedUntil: null,
    pauseReason: null,
    pauseNote: null,
  });
  await endLeads(tx, [lead.id]);
  tx.publish({
    type: 'leads.qualified',
    recordId: saved.id,
    recordVersion: saved.version,
    data: { ...as },
    text: { key: 'leads.event.qualified', params: { by: await actingName(tx) } },
  });
}

async function actingName(tx: Tx): Promise<string> {
  const { actorId } = tx.origin;
  if (actorId === null) return '';
  const member = await tx.maybe(
    sql<{ name: string }>`select name from seen.members where org_id = ${tx.orgId}::uuid and id = ${actorId}::uuid`,
  );
  return member?.name ?? '';
}

/** 签约事实 of a lead's opportunity; amounts in minor units. */
export interface LeadSigning {
  readonly signedOn: string;
  readonly contractNo: string;
  readonly amountMinor: number;
  readonly currency: string;
}

/** 已转化 (R34): only a signing makes a lead converted, and the first one counts. */
export async function markConverted(tx: Tx, leadId: string, signing: LeadSigning): Promise<void> {
  const lead = await getForRule(tx, leadId);
  if (lead.convertedOn !== null) return;
  const { signedOn, contractNo, amountMinor, currency } = signing;
  const saved = await saveLead(tx, lead, {
    convertedOn: signedOn,
    contractNo,
    signedMinor: amountMinor,
    signedCurrency: currency,
  });
  const { zone } = await tx.one(
    sql<{ zone: string }>`select zone from seen.organizations where id = ${tx.orgId}::uuid`,
  );
  const { days } = conversionCycle(lead.createdAt, signedOn, zone);
  tx.publish({
    type: 'leads.converted',
    recordId: saved.id,
    recordVersion: saved.version,
    data: { signedOn, days },
    text: { key: 'leads.event.converted', params: { signedOn, contractNo, days } },
  });
}
