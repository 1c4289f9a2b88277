import { useMemo } from 'react';
import { Moment } from '../../../kit/formats/index.ts';
import { Facts, StateTag } from '../../../kit/mark/index.ts';
import type { Column } from '../../../kit/table/index.ts';
import type { CustomerRow } from './customer-row.ts';
import { FactCell } from './edit-cells.tsx';
import { placeOf } from './place.ts';
import { useCustomerWords } from './words.ts';

const dash = <span className="k-t3">—</span>;

/** The columns of the list of customers. */
export function useCustomerColumns(): Column<CustomerRow>[] {
  const word = useCustomerWords();
  return useMemo(() => columnsOf(word), [word]);
}

function columnsOf(word: ReturnType<typeof useCustomerWords>): Column<CustomerRow>[] {
  return [
    { key: 'name', title: word('customers.name'), width: 280, sortBy: 'name', render: (row) => row.name },
    {
      key: 'dealState',
      title: word('customers.dealState'),
      width: 120,
      render: (row) => <StateTag>{word(`dealState.${row.dealState}`)}</StateTag>,
    },
    {
      key: 'open',
      title: word('customers.open'),
      width: 120,
      end: true,
      render: (row) => row.openOpportunities || dash,
    },
    {
      key: 'industry',
      title: word('customers.industry'),
      width: 140,
      render: (row) => <FactCell row={row} field="industry" />,
    },
    { key: 'place', title: word('customers.place'), width: 140, render: (row) => placeOf(row) || dash },
    {
      key: 'region',
      title: word('customers.region'),
      width: 100,
      startsHidden: true,
      render: (row) => <FactCell row={row} field="region" />,
    },
    {
      key: 'city',
      title: word('customers.city'),
      width: 100,
      startsHidden: true,
      render: (row) => <FactCell row={row} field="city" />,
    },
    { key: 'owner', title: word('customers.owner'), width: 120, render: (row) => row.ownerName ?? dash },
    { key: 'number', title: word('customers.number'), width: 170, render: (row) => row.number },
    {
      key: 'createdAt',
      title: word('customers.createdAt'),
      width: 150,
      sortBy: 'createdAt',
      render: (row) => <Moment at={row.createdAt} />,
    },
  ];
}

/** A customer as a card of the phone shows it, under the name. */
export function CustomerCard({ row }: { readonly row: CustomerRow }) {
  const word = useCustomerWords();
  return (
    <div className="k-s13 k-t2">
      <Facts>
        <StateTag key="state">{word(`dealState.${row.dealState}`)}</StateTag>
        {row.openOpportunities > 0 && (
          <span key="open">{word('customers.openCount', { count: row.openOpportunities })}</span>
        )}
        {row.industry && <span key="industry">{row.industry}</span>}
        {row.ownerName && <span key="owner">{row.ownerName}</span>}
      </Facts>
    </div>
  );
}
