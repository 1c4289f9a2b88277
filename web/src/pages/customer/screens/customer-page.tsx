import type { Customer } from '@dealtrail/protocol/customers';
import { useState } from 'react';
import { useWords } from '../../../kernel/i18n/index.ts';
import { Link, useAddressParam, useGo } from '../../../kernel/routing/index.ts';
import { useMay } from '../../../kernel/session/index.ts';
import { ProblemState } from '../../../kernel/states/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { joined, Moment } from '../../../kit/formats/index.ts';
import { Avatar, Facts, StateTag } from '../../../kit/mark/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { FieldList, RecordPage } from '../../../kit/record/index.ts';
import { Skeleton } from '../../../kit/states/index.ts';
import { RecordFiles, RecordTimeline } from '../../../modules/activities/index.ts';
import {
  ContactsCard,
  DuplicateHits,
  EditCustomerSheet,
  JoinRequests,
  placeOf,
  useCustomer,
  useCustomerWords,
} from '../../../modules/customers/index.ts';
import { NewOpportunitySheet, OpportunitiesOfCustomer } from '../../../modules/opportunities/index.ts';
import { MergesCard, RecordHistory, RecordMenu, SharesCard } from '../../../modules/records/index.ts';
import type { zh } from '../messages/zh.ts';

function FactsCard({ customer, onEdit }: { readonly customer: Customer; readonly onEdit: () => void }) {
  const word = useCustomerWords();
  const { language } = useKit();
  const edit = (
    <Button kind="link" small icon="edit" onClick={onEdit}>
      {word('customers.edit')}
    </Button>
  );
  return (
    <Card title={word('customers.facts')} note={customer.abilities.update && edit}>
      <FieldList
        fields={[
          customer.shortName ? [word('customers.shortName'), customer.shortName] : null,
          customer.formerNames.length > 0
            ? [word('customers.formerNames'), joined(customer.formerNames, 'names', language)]
            : null,
          customer.creditCode ? [word('customers.creditCode'), customer.creditCode] : null,
          customer.website ? [word('customers.website'), customer.website] : null,
          [word('customers.industry'), customer.industry],
          [word('customers.place'), placeOf(customer) || null],
          [word('customers.region'), customer.region],
          [word('customers.owner'), customer.ownerName],
          [word('customers.createdAt'), <Moment key="created" at={customer.createdAt} />],
        ]}
      />
    </Card>
  );
}

function Acts({ customer }: { readonly customer: Customer }) {
  const word = useWords();
  const may = useMay();
  const go = useGo();
  const [opening, setOpening] = useState(false);
  if (!may('opportunities.create')) return null;
  return (
    <>
      <Button kind="primary" icon="plus" onClick={() => setOpening(true)}>
        {word('opportunities.new')}
      </Button>
      <NewOpportunitySheet
        open={opening}
        customer={customer}
        onClose={() => setOpening(false)}
        onMade={({ id }) => go(`/opportunities/${id}`)}
      />
    </>
  );
}

function Side({ customer, onEdit }: { readonly customer: Customer; readonly onEdit: () => void }) {
  const word = useWords<keyof typeof zh>();
  const { id, abilities } = customer;
  return (
    <>
      <ContactsCard customer={customer} />
      <FactsCard customer={customer} onEdit={onEdit} />
      <MergesCard recordId={id} />
      <SharesCard recordId={id} />
      <Card title={word('customer.files')}>
        <RecordFiles recordId={id} mayAdd={abilities.update} />
      </Card>
    </>
  );
}

function Loaded({ customer }: { readonly customer: Customer }) {
  const word = useCustomerWords();
  const pageWord = useWords<keyof typeof zh>();
  const may = useMay();
  const [editing, setEditing] = useState(false);
  const { id, name, number, dealState, ownerName } = customer;
  return (
    <>
      <RecordPage
        title={name}
        trail={
          <Facts>
            <Link key="all" to="/customers">
              {word('customers.title')}
            </Link>
            <span key="number">{number}</span>
          </Facts>
        }
        marks={
          <>
            <StateTag>{word(`dealState.${dealState}`)}</StateTag>
            {ownerName && (
              <span className="k-row">
                <Avatar name={ownerName} />
                <span className="k-s13">{ownerName}</span>
              </span>
            )}
          </>
        }
        actions={
          <>
            <Acts customer={customer} />
            <RecordMenu recordId={id} list="/customers" />
          </>
        }
        main={
          <>
            <JoinRequests recordId={id} />
            <DuplicateHits hits={customer.duplicates} of={{ kind: 'customer', id }} />
            {may('opportunities.read') && <OpportunitiesOfCustomer customer={customer} />}
            <RecordHistory recordId={id} title={pageWord('customer.timeline')}>
              <RecordTimeline recordId={id} />
            </RecordHistory>
          </>
        }
        side={<Side customer={customer} onEdit={() => setEditing(true)} />}
      />
      <EditCustomerSheet customer={customer} open={editing} onClose={() => setEditing(false)} />
    </>
  );
}

/** One customer: who they are, whom one knows there, what is going on with them and what happened. */
export function CustomerPage() {
  const found = useCustomer(useAddressParam('id'));
  if (found.data) return <Loaded customer={found.data} />;
  if (found.isError) return <ProblemState page error={found.error} onRetry={() => void found.refetch()} />;
  return <Skeleton shape="cards" count={4} />;
}
