import type { Why } from '@dealtrail/protocol/kernel';
import { leadsEn, leadsZh } from '@dealtrail/protocol/leads/messages';
import type { Tx } from '../../kernel/db/index.ts';
import type { Given } from './intake/distribution.ts';

type Sentences = Readonly<Record<string, string>>;
const sentences: { readonly zh: Sentences; readonly en: Sentences } = { zh: leadsZh, en: leadsEn };

/** Reasons as one line, for places that cannot translate them later: history and mail. */
export function sayWhys(reasons: readonly Why[], locale: 'zh' | 'en'): string {
  const said = reasons.map(({ key, params }) =>
    (sentences[locale][key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole)),
  );
  return said.join(locale === 'zh' ? '；' : '; ');
}

/** Tells that a lead came in, and by whom. */
export function tellCreated(tx: Tx, lead: { id: string; source: string | null }, by: string, imported: boolean): void {
  tx.publish({
    type: 'leads.created',
    recordId: lead.id,
    recordVersion: 1,
    data: { source: lead.source, imported },
    text: { key: imported ? 'leads.event.imported' : 'leads.event.created', params: { by } },
  });
}

/** Tells that a known lead came again, and through which source. */
export function tellTouched(tx: Tx, leadId: string, by: string, source: string | null): void {
  tx.publish({
    type: 'leads.touched',
    recordId: leadId,
    data: { source },
    text: { key: 'leads.event.touched', params: { by, source: source ?? '—' } },
  });
}

/** Tells that a lead was taken in although the rule for duplicates forbids it, and why. */
export function tellOverridden(tx: Tx, leadId: string, by: string, reason: string): void {
  tx.publish({
    type: 'leads.duplicate_overridden',
    recordId: leadId,
    text: { key: 'leads.event.duplicate_overridden', params: { by, reason } },
  });
}

/** Somebody was given a lead; what a message about it needs is read when it is sent. */
export interface AssignedData {
  readonly ownerId: string;
  readonly how: Given['how'] | 'hand' | 'claim';
  /** True where one message for the whole batch tells the owner. */
  readonly batch: boolean;
}

/** Who was given a lead, how, and why. */
export type AssignedTo = {
  readonly ownerId: string;
  readonly ownerName: string;
  readonly why: readonly Why[];
  readonly ruleId?: string | null;
};

/** Tells who was given a lead, with the rule and its reasons in the lead's history. */
export function tellAssigned(tx: Tx, leadId: string, to: AssignedTo, how: AssignedData['how'], batch = false): void {
  const data: AssignedData = { ownerId: to.ownerId, how, batch };
  tx.publish({
    type: 'leads.assigned',
    recordId: leadId,
    data: { ...data },
    ...(to.ruleId ? { rule: to.ruleId } : {}),
    text: {
      key: how === 'fallback' ? 'leads.event.assigned_fallback' : 'leads.event.assigned',
      params: { owner: to.ownerName, whyZh: sayWhys(to.why, 'zh'), whyEn: sayWhys(to.why, 'en') },
    },
  });
}

/** Somebody is to look at a lead before sales gets it. */
export interface ToScreenData {
  readonly screenerId: string;
  /** True where one message for the whole batch tells them. */
  readonly batch: boolean;
}

/** Who screens a lead, and why. */
interface Screened {
  readonly ownerId: string;
  readonly ownerName: string;
  readonly why: readonly Why[];
}

/** Tells that a lead waits to be screened, by whom and why. */
export function tellToScreen(tx: Tx, leadId: string, { ownerId, ownerName, why }: Screened, batch = false): void {
  const data: ToScreenData = { screenerId: ownerId, batch };
  tx.publish({
    type: 'leads.to_screen',
    recordId: leadId,
    data: { ...data },
    text: {
      key: why.length > 0 ? 'leads.event.to_screen_because' : 'leads.event.to_screen',
      params: { screener: ownerName, whyZh: sayWhys(why, 'zh'), whyEn: sayWhys(why, 'en') },
    },
  });
}

/** Many leads of one batch wait for one screener: one message instead of many. */
export interface ToScreenManyData {
  readonly screenerId: string;
  readonly count: number;
}

/** Tells each screener once what a batch brought them; the event stands on the first lead of each. */
export function tellToScreenMany(tx: Tx, leads: readonly { readonly id: string; readonly ownerId: string }[]): void {
  for (const [screenerId, mine] of Map.groupBy(leads, ({ ownerId }) => ownerId)) {
    const data: ToScreenManyData = { screenerId, count: mine.length };
    tx.publish({ type: 'leads.to_screen_many', recordId: mine[0]?.id ?? '', data: { ...data } });
  }
}

/** Tells that the owner of a lead accepted it. */
export function tellAccepted(tx: Tx, leadId: string, by: string): void {
  tx.publish({ type: 'leads.accepted', recordId: leadId, text: { key: 'leads.event.accepted', params: { by } } });
}

/** Tells that the owner of a lead refused it, and why. */
export function tellRefused(tx: Tx, leadId: string, by: string, why: readonly Why[]): void {
  tx.publish({
    type: 'leads.refused',
    recordId: leadId,
    text: { key: 'leads.event.refused', params: { by, whyZh: sayWhys(why, 'zh'), whyEn: sayWhys(why, 'en') } },
  });
}

/** A lead that was laid into a pool, and why. */
interface PooledLead {
  readonly how: 'laid' | 'returned' | 'recycled' | 'undone';
  readonly pool: string;
  readonly poolId: string;
  /** Who did it; empty where a rule did. */
  readonly by: string;
  readonly why: readonly Why[];
  readonly ruleId?: string;
  /** Who had it before. */
  readonly formerOwnerId?: string | null;
}

/** Tells that a lead lies in a pool from now on. */
export function tellPooled(tx: Tx, leadId: string, lead: PooledLead): void {
  const { how, pool, poolId, by, why, ruleId, formerOwnerId = null } = lead;
  tx.publish({
    type: how === 'recycled' ? 'leads.recycled' : 'leads.pooled',
    recordId: leadId,
    data: { how, poolId, formerOwnerId, pool, why },
    ...(ruleId ? { rule: ruleId } : {}),
    text: {
      key: `leads.event.pool_${how}`,
      params: { pool, by, whyZh: sayWhys(why, 'zh'), whyEn: sayWhys(why, 'en') },
    },
  });
}

/** A rule will take a lead back; its owner hears of it. */
export interface RecycleAheadData {
  readonly ownerId: string;
  /** RFC 3339. */
  readonly takesAt: string;
  readonly rule: string;
}

/** Tells that a rule takes a lead back at a moment unless its owner does something. */
export function tellRecycleAhead(
  tx: Tx,
  leadId: string,
  ahead: { ownerId: string; takesAt: Date; rule: { id: string; name: string } },
): void {
  const data: RecycleAheadData = {
    ownerId: ahead.ownerId,
    takesAt: ahead.takesAt.toISOString(),
    rule: ahead.rule.name,
  };
  tx.publish({ type: 'leads.recycle_ahead', recordId: leadId, data: { ...data }, rule: ahead.rule.id });
}

/** Many leads of one batch went to one person: one message instead of many. */
export interface AssignedManyData {
  readonly ownerId: string;
  readonly count: number;
  /** RFC 3339: when the first of the first touches is due. */
  readonly firstDueAt: string;
  /** True where nobody could take them and an administrator holds them for now. */
  readonly fallback: boolean;
}

/** One lead of a batch with who was given it. */
interface BatchLead {
  readonly leadId: string;
  readonly ownerId: string;
  readonly dueAt: Date;
  readonly fallback?: boolean;
}

/** Tells each owner once what a batch brought them; the event stands on the first lead of each. */
export function tellBatch(tx: Tx, given: readonly BatchLead[]): void {
  const groups = Map.groupBy(given, ({ ownerId, fallback = false }) => `${ownerId} ${fallback}`);
  for (const mine of groups.values()) {
    const [first] = mine.toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
    if (!first) continue;
    const { ownerId, leadId, dueAt, fallback = false } = first;
    const data: AssignedManyData = { ownerId, count: mine.length, firstDueAt: dueAt.toISOString(), fallback };
    tx.publish({ type: 'leads.assigned_many', recordId: leadId, data: { ...data } });
  }
}

/** Tells that a lead changed its state, with the reason where there was one. */
export function tellMoved(
  tx: Tx,
  lead: { id: string; version: number; state: string },
  from: string,
  said: { by: string; reason: string },
): void {
  const name = (locale: 'zh' | 'en', state: string): string => sentences[locale][`leadState.${state}`] ?? state;
  tx.publish({
    type: lead.state === 'invalid' ? 'leads.invalidated' : 'leads.state_changed',
    recordId: lead.id,
    recordVersion: lead.version,
    data: { from, to: lead.state },
    text: {
      key: said.reason === '' ? 'leads.event.moved' : 'leads.event.moved_with_reason',
      params: {
        ...said,
        fromZh: name('zh', from),
        toZh: name('zh', lead.state),
        fromEn: name('en', from),
        toEn: name('en', lead.state),
      },
    },
  });
}
