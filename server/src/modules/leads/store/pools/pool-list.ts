import type { PoolLead } from '@dealtrail/protocol/leads';
import { defineList, instant } from '../../../../kernel/lists/index.ts';
import { levelField } from '../lead-list.ts';

/** A lead as the list of a pool reads it; texts are cleaned of contact data before they leave. */
export type ListedPoolLead = Omit<PoolLead, 'abilities'>;

/**
 * Leads of a pool. Nothing of whom to call is among its columns, fields or texts that are searched, so that nobody finds
 * a person by asking.
 */
export const poolList = defineList<ListedPoolLead>({
  list: 'leads.listPoolLeads',
  kind: 'lead',
  alias: 'l',
  from: 'seen.leads l',
  columns: {
    id: 'l.id',
    number: 'r.number',
    companyName: 'l.company_name',
    industry: 'l.industry',
    region: 'l.region',
    province: 'l.province',
    city: 'l.city',
    need: 'l.need',
    source: 'l.source',
    customerType: 'l.customer_type',
    intent: 'l.intent',
    priority: 'l.priority',
    budgetMinor: 'l.budget_minor',
    currency: 'l.currency',
    expectedPurchaseOn: 'l.expected_purchase_on',
    pooledAt: instant('l.pooled_at'),
    createdAt: instant('l.created_at'),
    why: 'l.assigned_why',
    formerOwners: `(select count(distinct m.from_owner_id)::int from seen.lead_moves m
      where m.org_id = l.org_id and m.lead_id = l.id and m.from_owner_id is not null)`,
  },
  fields: [
    levelField('intent'),
    levelField('priority'),
    { name: 'companyName', kind: 'text', column: 'company_name' },
    { name: 'source', kind: 'text', column: 'source' },
    { name: 'industry', kind: 'text', column: 'industry' },
    { name: 'region', kind: 'text', column: 'region' },
    { name: 'province', kind: 'text', column: 'province' },
    { name: 'city', kind: 'text', column: 'city' },
    { name: 'customerType', kind: 'text', column: 'customer_type' },
    { name: 'budgetMinor', kind: 'money', column: 'budget_minor' },
    { name: 'expectedPurchaseOn', kind: 'date', column: 'expected_purchase_on' },
    { name: 'intentRank', kind: 'number', column: 'intent_rank', sortable: true },
    { name: 'priorityRank', kind: 'number', column: 'priority_rank', sortable: true },
    { name: 'pooledAt', kind: 'instant', column: 'pooled_at', sortable: true },
    { name: 'createdAt', kind: 'instant', column: 'created_at', sortable: true },
  ],
  defaultSort: '-pooledAt',
  permission: 'leads.claim',
});
