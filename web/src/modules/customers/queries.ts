import { getCustomer } from '@dealtrail/protocol/customers';
import { useOperation } from '../../kernel/client/index.ts';

/** One customer with its people. */
export const useCustomer = (id: string) => useOperation(getCustomer, { params: { id } }, { live: [id] });
