import { listOpportunities } from '@dealtrail/protocol/opportunities';
import { useState } from 'react';
import { useList } from '../../../kernel/client/index.ts';
import { Link, useGo } from '../../../kernel/routing/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { NewOpportunitySheet } from '../actions/new-opportunity-sheet.tsx';
import { useProcess } from '../queries.ts';
import { OpportunityCard } from './list/opportunity-card.tsx';
import { useOpportunityWords } from './words.ts';
import './opportunity.css';

interface OpportunitiesOfCustomerProps {
  readonly customer: { readonly id: string; readonly name: string };
}

/** The opportunities of one customer, newest first, and opening another one. */
export function OpportunitiesOfCustomer({ customer }: OpportunitiesOfCustomerProps) {
  const word = useOpportunityWords();
  const may = useMay();
  const go = useGo();
  const [opening, setOpening] = useState(false);
  const filter = JSON.stringify({ field: 'customerId', op: 'eq', value: customer.id });
  const list = useList(listOpportunities, { query: { filter, sort: '-createdAt' } });
  const stages = useProcess().data?.stages ?? [];
  const open = may('opportunities.create') && (
    <Button kind="link" small icon="plus" onClick={() => setOpening(true)}>
      {word('opportunities.new')}
    </Button>
  );
  return (
    <Card title={word('opportunities.ofCustomer')} note={open}>
      {list.error && <ProblemState error={list.error} onRetry={list.retry} />}
      {list.loading && <Skeleton count={3} />}
      {!list.loading && !list.error && list.rows.length === 0 && (
        <p className="k-t3">{word('opportunities.ofCustomer.none')}</p>
      )}
      <ul className="opportunity-list">
        {list.rows.map((row) => (
          <li key={row.id}>
            <Link to={`/opportunities/${row.id}`}>
              <b>{row.name}</b>
            </Link>
            <OpportunityCard row={row} stages={stages} ofCustomer />
          </li>
        ))}
      </ul>
      {list.onMore && (
        <Button kind="link" small busy={list.loadingMore} onClick={list.onMore}>
          {word('opportunities.ofCustomer.all', { count: list.total?.count ?? '' })}
        </Button>
      )}
      <NewOpportunitySheet
        open={opening}
        customer={customer}
        onClose={() => setOpening(false)}
        onMade={({ id }) => go(`/opportunities/${id}`)}
      />
    </Card>
  );
}
