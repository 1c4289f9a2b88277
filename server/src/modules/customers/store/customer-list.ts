import { type CustomerRow, DealState } from '@dealtrail/protocol/customers';
import type { z } from 'zod';
import { defineList, instant } from '../../../kernel/lists/index.ts';

type Row = Omit<z.output<typeof CustomerRow>, 'abilities'>;

/** The list of customers. */
export const customerList = defineList<Row>({
  list: 'customers.list',
  kind: 'customer',
  alias: 'c',
  from: 'seen.customers c left join seen.members m on m.org_id = c.org_id and m.id = c.owner_id',
  columns: {
    id: 'c.id',
    number: 'r.number',
    name: 'c.name',
    industry: 'c.industry',
    region: 'c.region',
    province: 'c.province',
    city: 'c.city',
    dealState: 'c.deal_state',
    ownerId: 'c.owner_id',
    ownerName: 'm.name',
    departmentId: 'c.department_id',
    openOpportunities: `(select count(*) from seen.opportunities o where o.org_id = c.org_id and o.customer_id = c.id and o.state = 'open')`,
    createdAt: instant('c.created_at'),
    version: 'c.version',
  },
  fields: [
    { name: 'name', kind: 'text', column: 'name', sortable: true },
    { name: 'industry', kind: 'text', column: 'industry' },
    { name: 'region', kind: 'text', column: 'region' },
    { name: 'province', kind: 'text', column: 'province' },
    { name: 'city', kind: 'text', column: 'city' },
    { name: 'dealState', kind: 'enum', column: 'deal_state', values: DealState.options },
    { name: 'ownerId', kind: 'id', column: 'owner_id' },
    { name: 'departmentId', kind: 'id', column: 'department_id' },
    { name: 'createdAt', kind: 'instant', column: 'created_at', sortable: true },
    { name: 'updatedAt', kind: 'instant', column: 'updated_at', sortable: true },
  ],
  defaultSort: '-createdAt',
  permission: 'customers.read',
  reveal: 'customers.reveal',
});
