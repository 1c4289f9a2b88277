import type { ReviewLine } from '@dealtrail/protocol/reviews';
import { Cadence } from '@dealtrail/protocol/reviews';
import { defineList, instant } from '../../../kernel/lists/index.ts';

const actionsOf = (more: string): string =>
  `(select count(*)::int from seen.review_actions a left join seen.tasks t on t.org_id = a.org_id and t.id = a.task_id
    where a.org_id = v.org_id and a.review_id = v.id${more})`;

/** Reviews the member may see, the next due first. */
export const reviewList = defineList<ReviewLine>({
  list: 'reviews.list',
  kind: 'review',
  alias: 'v',
  from: `seen.reviews v
    left join seen.members m on m.org_id = v.org_id and m.id = v.owner_id
    left join seen.departments d on d.org_id = v.org_id and d.id = v.department_id`,
  columns: {
    id: 'v.id',
    number: 'r.number',
    title: 'r.title',
    cadence: 'v.cadence',
    departmentId: 'v.department_id',
    departmentName: 'd.name',
    ownerId: 'v.owner_id',
    ownerName: 'm.name',
    from: 'v.from_on',
    to: 'v.to_on',
    heldOn: 'v.held_on',
    state: 'v.state',
    confirmedAt: instant('v.confirmed_at'),
    actions: actionsOf(''),
    openActions: actionsOf(' and (t.id is null or (t.done_at is null and t.cancelled_at is null))'),
  },
  fields: [
    { name: 'cadence', kind: 'enum', column: 'cadence', values: Cadence.options },
    { name: 'state', kind: 'enum', column: 'state', values: ['open', 'confirmed'] },
    { name: 'departmentId', kind: 'id', column: 'department_id' },
    { name: 'ownerId', kind: 'id', column: 'owner_id' },
    { name: 'heldOn', kind: 'date', column: 'held_on', sortable: true },
    { name: 'fromOn', kind: 'date', column: 'from_on' },
  ],
  defaultSort: '-heldOn',
  permission: 'reviews.read',
});
