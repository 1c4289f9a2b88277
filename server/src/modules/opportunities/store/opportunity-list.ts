import { OpportunityState, type OpportunityRow } from '@dealtrail/protocol/opportunities';
import { nextClock } from '../../../kernel/clocks/index.ts';
import { defineList, instant } from '../../../kernel/lists/index.ts';

/** Joins that every row of opportunities is shown with. */
export const OPPORTUNITY_SOURCE = `seen.opportunities o
  left join seen.customers c on c.org_id = o.org_id and c.id = o.customer_id
  left join seen.members m on m.org_id = o.org_id and m.id = o.owner_id
  left join seen.departments d on d.org_id = o.org_id and d.id = o.department_id`;

/** SQL of each property of a row. */
const opportunityColumns: { readonly [Name in keyof OpportunityRow]: string } = {
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
export const opportunityList = defineList<OpportunityRow>({
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
    { name: 'amountMinor', kind: 'money', column: 'amount_minor', fieldClass: 'price' },
    { name: 'probability', kind: 'number', column: 'probability' },
    { name: 'expectedCloseOn', kind: 'date', column: 'expected_close_on' },
    { name: 'source', kind: 'text', column: 'source' },
    { name: 'industry', kind: 'text', column: 'industry' },
    { name: 'region', kind: 'text', column: 'region' },
    { name: 'ownerId', kind: 'id', column: 'owner_id' },
    { name: 'departmentId', kind: 'id', column: 'department_id' },
    { name: 'closeReason', kind: 'text', column: 'close_reason' },
    { name: 'signedOn', kind: 'date', column: 'signed_on' },
    { name: 'closedAt', kind: 'instant', column: 'closed_at' },
    { name: 'lastMovementAt', kind: 'instant', column: 'last_movement_at' },
    { name: 'createdAt', kind: 'instant', column: 'created_at', sortable: true },
    { name: 'updatedAt', kind: 'instant', column: 'updated_at', sortable: true },
    { name: 'weightedMinor', kind: 'money', column: 'weighted_minor', sortable: true, fieldClass: 'price' },
  ],
  defaultSort: '-updatedAt',
  permission: 'opportunities.read',
  mayUse: (_actor, field) => field.fieldClass !== 'contact' && field.fieldClass !== 'cost',
});
