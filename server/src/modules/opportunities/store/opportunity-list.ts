import { DealState } from '@dealtrail/protocol/customers';
import { OpportunityState, type OpportunityRow } from '@dealtrail/protocol/opportunities';
import { nextClock, openClocksOf } from '../../../kernel/clocks/index.ts';
import { defineList, instant } from '../../../kernel/lists/index.ts';

const OPPORTUNITY_SOURCE = `seen.opportunities o
  left join seen.customers c on c.org_id = o.org_id and c.id = o.customer_id
  left join seen.members m on m.org_id = o.org_id and m.id = o.owner_id
  left join seen.departments d on d.org_id = o.org_id and d.id = o.department_id`;

/** An opportunity as the list reads it; what may be done with it is judged per member. */
export type ListedOpportunity = Omit<OpportunityRow, 'abilities'>;

/** SQL of each property of a row. */
const opportunityColumns: { readonly [Name in keyof ListedOpportunity]: string } = {
  id: 'o.id',
  number: 'r.number',
  name: 'o.name',
  customerId: 'o.customer_id',
  customerName: 'c.name',
  leadId: 'o.lead_id',
  stageKey: 'o.stage_key',
  stageEnteredAt: instant('o.stage_entered_at'),
  state: 'o.state',
  amountMinor: 'o.amount_minor',
  currency: 'o.currency',
  expectedCloseOn: 'o.expected_close_on',
  probability: 'o.probability',
  weightedMinor: 'o.weighted_minor',
  source: 'o.source',
  industry: 'o.industry',
  region: 'o.region',
  ownerId: 'o.owner_id',
  ownerName: 'm.name',
  departmentId: 'o.department_id',
  departmentName: 'd.name',
  lastMovementAt: instant('o.last_movement_at'),
  signedOn: 'o.signed_on',
  signedMinor: 'o.signed_minor',
  closedAt: instant('o.closed_at'),
  createdAt: instant('o.created_at'),
  version: 'o.version',
  clock: nextClock('o'),
};

/** The list of opportunities; amounts are of class price, which every role that may read opportunities sees. */
export const opportunityList = defineList<ListedOpportunity>({
  list: 'opportunities.list',
  kind: 'opportunity',
  alias: 'o',
  from: OPPORTUNITY_SOURCE,
  columns: opportunityColumns,
  fields: [
    { name: 'name', kind: 'text', column: 'name' },
    { name: 'customerId', kind: 'id', column: 'customer_id' },
    { name: 'leadId', kind: 'id', column: 'lead_id' },
    { name: 'stageKey', kind: 'text', column: 'stage_key' },
    { name: 'state', kind: 'enum', column: 'state', values: OpportunityState.options },
    {
      name: 'amountMinor',
      kind: 'money',
      column: 'amount_minor',
      sortable: true,
      sortColumn: 'amount_key',
      fieldClass: 'price',
    },
    { name: 'currency', kind: 'text', column: 'currency' },
    { name: 'probability', kind: 'number', column: 'probability' },
    {
      name: 'expectedCloseOn',
      kind: 'date',
      column: 'expected_close_on',
      sortable: true,
      sortColumn: 'expected_close_key',
    },
    { name: 'source', kind: 'text', column: 'source' },
    { name: 'industry', kind: 'text', column: 'industry' },
    { name: 'region', kind: 'text', column: 'region' },
    { name: 'competitor', kind: 'text', column: 'competitor' },
    { name: 'ownerId', kind: 'id', column: 'owner_id' },
    { name: 'departmentId', kind: 'id', column: 'department_id' },
    { name: 'closeReason', kind: 'text', column: 'close_reason' },
    { name: 'signedOn', kind: 'date', column: 'signed_on' },
    { name: 'signedMinor', kind: 'money', column: 'signed_minor', fieldClass: 'price' },
    { name: 'closedAt', kind: 'instant', column: 'closed_at' },
    { name: 'stageEnteredAt', kind: 'instant', column: 'stage_entered_at' },
    { name: 'lastMovementAt', kind: 'instant', column: 'last_movement_at' },
    { name: 'dueAt', kind: 'instant', column: 'due_at', alias: 'k', firstOf: openClocksOf('k', 'o') },
    { name: 'createdAt', kind: 'instant', column: 'created_at', sortable: true },
    { name: 'updatedAt', kind: 'instant', column: 'updated_at', sortable: true },
    { name: 'weightedMinor', kind: 'money', column: 'weighted_minor', sortable: true, fieldClass: 'price' },
    { name: 'customer.name', kind: 'text', column: 'name', alias: 'c' },
    { name: 'customer.industry', kind: 'text', column: 'industry', alias: 'c' },
    { name: 'customer.region', kind: 'text', column: 'region', alias: 'c' },
    { name: 'customer.province', kind: 'text', column: 'province', alias: 'c' },
    { name: 'customer.city', kind: 'text', column: 'city', alias: 'c' },
    { name: 'customer.dealState', kind: 'enum', column: 'deal_state', alias: 'c', values: DealState.options },
  ],
  defaultSort: '-updatedAt',
  permission: 'opportunities.read',
  mayUse: (_actor, field) => field.fieldClass !== 'contact' && field.fieldClass !== 'cost',
});
