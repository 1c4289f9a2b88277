import type { listCustomers } from '@dealtrail/protocol/customers';
import type { Answer } from '@dealtrail/protocol/kernel';

/** One customer as lists show it. */
export type CustomerRow = Answer<typeof listCustomers>['items'][number];
