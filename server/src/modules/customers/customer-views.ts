import type { ViewedList } from '../../kernel/views/index.ts';
import { customerList } from './store/customer-list.ts';

/** The list of customers with the views everybody starts with. */
export const customerViews: ViewedList = {
  list: customerList,
  views: [
    { key: 'mine', startsFor: 'own', filter: { field: 'ownerId', op: 'eq', value: { me: true } } },
    { key: 'noDeal', filter: { field: 'dealState', op: 'eq', value: 'none' } },
    { key: 'won', filter: { field: 'dealState', op: 'in', value: ['won', 'repeat'] } },
    { key: 'repeat', filter: { field: 'dealState', op: 'eq', value: 'repeat' } },
    {
      key: 'recent',
      sort: '-createdAt',
      filter: { field: 'createdAt', op: 'within', value: { relative: '-7d' } },
    },
    { key: 'all', startsFor: 'wider' },
  ],
};
