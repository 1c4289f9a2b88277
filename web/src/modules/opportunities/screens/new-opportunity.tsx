import { useAddressSearch, useGo } from '../../../kernel/routing/index.ts';
import { NewOpportunitySheet } from '../actions/new-opportunity-sheet.tsx';
import { Opportunities } from './opportunities.tsx';

/** Opening an opportunity, over the board it will stand on; the address may name the customer. */
export function NewOpportunity() {
  const go = useGo();
  const [{ customer, name }] = useAddressSearch();
  return (
    <>
      <Opportunities />
      <NewOpportunitySheet
        open
        customer={customer && name ? { id: customer, name } : undefined}
        onClose={() => go('/opportunities')}
        onMade={({ id }) => go(`/opportunities/${id}`, true)}
      />
    </>
  );
}
