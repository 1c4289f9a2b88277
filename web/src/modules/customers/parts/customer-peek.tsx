import type { ListAnswer } from '../../../kernel/client/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { formatCount } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import { Peek } from '../../../kit/peek/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { FieldList } from '../../../kit/record/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { useCustomer } from '../queries.ts';
import { ContactsCard } from './contacts-card.tsx';
import type { CustomerRow } from './customer-row.ts';
import { placeOf } from './place.ts';
import { useCustomerWords } from './words.ts';

interface CustomerPeekProps {
  readonly rows: readonly CustomerRow[];
  readonly total: ListAnswer<CustomerRow>['total'];
  /** Id of the customer looked at. */
  readonly chosen: string | undefined;
  readonly onChoose: (id: string | undefined) => void;
}

function Inside({ id }: { readonly id: string }) {
  const word = useCustomerWords();
  const found = useCustomer(id);
  if (found.isError) return <ProblemState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return <Skeleton />;
  const customer = found.data;
  return (
    <>
      <FieldList
        fields={[
          [word('customers.industry'), customer.industry],
          [word('customers.place'), placeOf(customer) || null],
          [word('customers.open'), customer.openOpportunities],
        ]}
      />
      <ContactsCard customer={customer} />
    </>
  );
}

/** A look at one customer beside the list. */
export function CustomerPeek({ rows, total, chosen, onChoose }: CustomerPeekProps) {
  const word = useCustomerWords();
  const { language } = useKit();
  const go = useGo();
  const index = rows.findIndex((row) => row.id === chosen);
  const row = rows[index];
  if (!row) return null;
  const before = rows[index - 1];
  const after = rows[index + 1];
  return (
    <Peek
      title={row.name}
      marks={<StateTag>{word(`dealState.${row.dealState}`)}</StateTag>}
      facts={
        <Facts>
          <span key="number">{row.number}</span>
          {row.ownerName && (
            <span key="owner">
              {word('customers.owner')} {row.ownerName}
            </span>
          )}
        </Facts>
      }
      position={total && { index: index + 1, total: formatCount(total.count, language) }}
      onPrevious={before && (() => onChoose(before.id))}
      onNext={after && (() => onChoose(after.id))}
      onOpen={() => go(`/customers/${row.id}`)}
      onClose={() => onChoose(undefined)}
    >
      <Inside key={row.id} id={row.id} />
    </Peek>
  );
}
