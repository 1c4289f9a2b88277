import { LeadState, Level, type LeadRow } from '@dealtrail/protocol/leads';
import { nextClock, openClocksOf } from '../../../kernel/clocks/index.ts';
import { defineList, instant } from '../../../kernel/lists/index.ts';
import { rankOf } from '../intake/judge-lead.ts';

/** Intent or priority of a lead, as lists of leads ask for it. */
export const levelField = <Name extends 'intent' | 'priority'>(name: Name) =>
  ({
    name,
    kind: 'enum',
    column: name,
    values: Level.options,
    ranked: { column: `${name}_rank`, ranks: rankOf },
  }) as const;

/** What may be asked of leads, in lists, saved views and reports. Ranks: 3 high, 2 medium, 1 low. */
const leadFields = [
  { name: 'state', kind: 'enum', column: 'state', values: LeadState.options },
  levelField('intent'),
  { name: 'intentRank', kind: 'number', column: 'intent_rank', sortable: true },
  levelField('priority'),
  { name: 'priorityRank', kind: 'number', column: 'priority_rank', sortable: true },
  { name: 'source', kind: 'text', column: 'source' },
  { name: 'lastSource', kind: 'text', column: 'last_source' },
  { name: 'sourceListed', kind: 'boolean', column: 'source_listed' },
  { name: 'industry', kind: 'text', column: 'industry' },
  { name: 'region', kind: 'text', column: 'region' },
  { name: 'province', kind: 'text', column: 'province' },
  { name: 'city', kind: 'text', column: 'city' },
  { name: 'customerType', kind: 'text', column: 'customer_type' },
  { name: 'companyName', kind: 'text', column: 'company_name' },
  { name: 'contactName', kind: 'text', column: 'contact_name' },
  { name: 'contactTitle', kind: 'text', column: 'contact_title' },
  { name: 'phone', kind: 'text', column: 'phone', fieldClass: 'contact' },
  { name: 'email', kind: 'text', column: 'email', fieldClass: 'contact' },
  { name: 'need', kind: 'text', column: 'need' },
  { name: 'campaign', kind: 'text', column: 'campaign' },
  { name: 'externalId', kind: 'text', column: 'external_id' },
  { name: 'budgetMinor', kind: 'money', column: 'budget_minor' },
  { name: 'currency', kind: 'text', column: 'currency' },
  { name: 'expectedPurchaseOn', kind: 'date', column: 'expected_purchase_on' },
  { name: 'complete', kind: 'boolean', column: 'complete' },
  { name: 'pausedUntil', kind: 'date', column: 'paused_until' },
  { name: 'attempts', kind: 'number', column: 'attempts' },
  { name: 'invalidReason', kind: 'text', column: 'invalid_reason' },
  { name: 'ownerId', kind: 'id', column: 'owner_id' },
  { name: 'departmentId', kind: 'id', column: 'department_id' },
  { name: 'createdBy', kind: 'id', column: 'created_by' },
  { name: 'customerId', kind: 'id', column: 'customer_id' },
  { name: 'opportunityId', kind: 'id', column: 'opportunity_id' },
  { name: 'signedCurrency', kind: 'text', column: 'signed_currency' },
  { name: 'touchMinutes', kind: 'number', column: 'touch_minutes' },
  { name: 'contacts', kind: 'number', column: 'contacts' },
  { name: 'contactGapHours', kind: 'number', column: 'contact_gap_hours' },
  { name: 'convertedOn', kind: 'date', column: 'converted_on' },
  { name: 'assignedAt', kind: 'instant', column: 'assigned_at' },
  { name: 'firstTouchAt', kind: 'instant', column: 'first_touch_at' },
  { name: 'lastFollowUpAt', kind: 'instant', column: 'last_follow_up_at' },
  { name: 'qualifiedAt', kind: 'instant', column: 'qualified_at' },
  { name: 'dueAt', kind: 'instant', column: 'due_at', alias: 'k', firstOf: openClocksOf('k', 'l') },
  { name: 'createdAt', kind: 'instant', column: 'created_at', sortable: true },
  { name: 'updatedAt', kind: 'instant', column: 'updated_at', sortable: true },
] as const;

/** A lead as the list reads it; what may be done with it is judged per member. */
export type ListedLead = Omit<LeadRow, 'abilities'>;

/** The list of leads; contact data is masked after it, and is asked only by whole numbers or last digits. */
export const leadList = defineList<ListedLead>({
  list: 'leads.list',
  kind: 'lead',
  alias: 'l',
  from: `seen.leads l
    left join seen.members m on m.org_id = l.org_id and m.id = l.owner_id
    left join seen.departments d on d.org_id = l.org_id and d.id = l.department_id`,
  columns: {
    id: 'l.id',
    number: 'r.number',
    title: 'r.title',
    companyName: 'l.company_name',
    contactName: 'l.contact_name',
    contactTitle: 'l.contact_title',
    phone: 'l.phone',
    email: 'l.email',
    source: 'l.source',
    sourceListed: 'l.source_listed',
    industry: 'l.industry',
    region: 'l.region',
    province: 'l.province',
    city: 'l.city',
    customerType: 'l.customer_type',
    state: 'l.state',
    intent: 'l.intent',
    intentLabel: 'l.intent_label',
    priority: 'l.priority',
    complete: 'l.complete',
    pausedUntil: 'l.paused_until',
    budgetMinor: 'l.budget_minor',
    currency: 'l.currency',
    expectedPurchaseOn: 'l.expected_purchase_on',
    campaign: 'l.campaign',
    externalId: 'l.external_id',
    ownerId: 'l.owner_id',
    ownerName: 'm.name',
    departmentId: 'l.department_id',
    departmentName: 'd.name',
    convertedOn: 'l.converted_on',
    createdAt: instant('l.created_at'),
    updatedAt: instant('l.updated_at'),
    lastFollowUpAt: instant('l.last_follow_up_at'),
    version: 'l.version',
    clock: nextClock('l'),
  },
  fields: leadFields,
  defaultSort: '-createdAt',
  permission: 'leads.read',
  reveal: 'leads.reveal',
  searchable: ['l.company_name', 'l.contact_name', 'l.city'],
});
