import { useGo } from '../../../kernel/routing/index.ts';
import { NewCustomerSheet } from '../actions/new-customer-sheet.tsx';
import { Customers } from './customers.tsx';

/** Making a customer, over the list it will stand in. */
export function NewCustomer() {
  const go = useGo();
  return (
    <>
      <Customers />
      <NewCustomerSheet open onClose={() => go('/customers')} onMade={({ id }) => go(`/customers/${id}`, true)} />
    </>
  );
}
