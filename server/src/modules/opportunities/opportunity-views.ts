import type { Filter } from '@dealtrail/protocol/kernel';
import type { ViewedList } from '../../kernel/views/index.ts';
import { opportunityList } from './store/opportunity-list.ts';

const isMine: Filter = { field: 'ownerId', op: 'eq', value: { me: true } };
const isOpen: Filter = { field: 'state', op: 'eq', value: 'open' };

/** The list of opportunities with the views everybody starts with. */
export const opportunityViews: ViewedList = {
  list: opportunityList,
  views: [
    { key: 'mine', startsFor: 'own', filter: { all: [isMine, isOpen] } },
    { key: 'open', startsFor: 'wider', filter: isOpen },
    {
      key: 'closing',
      sort: 'expectedCloseOn',
      filter: { all: [isOpen, { field: 'expectedCloseOn', op: 'within', value: { relative: '30d' } }] },
    },
    {
      key: 'closePassed',
      sort: 'expectedCloseOn',
      filter: { all: [isOpen, { field: 'expectedCloseOn', op: 'lt', value: { relative: '0d' } }] },
    },
    {
      key: 'stalled',
      filter: { all: [isOpen, { field: 'lastMovementAt', op: 'lt', value: { relative: '-336h' } }] },
    },
    { key: 'largest', sort: '-amountMinor', filter: isOpen },
    { key: 'awaitingSigning', filter: { field: 'state', op: 'eq', value: 'won_awaiting_signing' } },
    { key: 'won', filter: { field: 'state', op: 'in', value: ['won', 'won_awaiting_signing'] } },
    { key: 'lost', filter: { field: 'state', op: 'in', value: ['lost', 'invalid'] } },
    { key: 'all' },
  ],
};
