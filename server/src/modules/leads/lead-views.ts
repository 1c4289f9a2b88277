import type { Filter } from '@dealtrail/protocol/kernel';
import type { ViewedList } from '../../kernel/views/index.ts';
import { leadList } from './store/lead-list.ts';

const isMine: Filter = { field: 'ownerId', op: 'eq', value: { me: true } };
const isOpen: Filter = { not: { field: 'state', op: 'in', value: ['won', 'qualified', 'invalid'] } };

/** The list of leads with the views everybody starts with. */
export const leadViews: ViewedList = {
  list: leadList,
  views: [
    { key: 'mine', startsFor: 'own', filter: { all: [isMine, isOpen] } },
    { key: 'dueToday', filter: { all: [isOpen, { field: 'dueAt', op: 'eq', value: { relative: '0d' } }] } },
    { key: 'overdue', filter: { all: [isOpen, { field: 'dueAt', op: 'lt', value: { relative: '0h' } }] } },
    { key: 'screening', sort: 'createdAt', filter: { field: 'state', op: 'eq', value: 'screening' } },
    { key: 'unassigned', filter: { field: 'state', op: 'eq', value: 'unassigned' } },
    { key: 'incomplete', filter: { all: [isOpen, { field: 'complete', op: 'eq', value: false }] } },
    {
      key: 'hot',
      sort: '-priorityRank',
      filter: {
        all: [isOpen, { field: 'intent', op: 'eq', value: 'high' }, { field: 'convertedOn', op: 'isEmpty' }],
      },
    },
    { key: 'highPriority', filter: { all: [isOpen, { field: 'priority', op: 'eq', value: 'high' }] } },
    {
      key: 'recent',
      sort: '-createdAt',
      filter: { field: 'createdAt', op: 'within', value: { relative: '-7d' } },
    },
    { key: 'all', startsFor: 'wider' },
  ],
};
