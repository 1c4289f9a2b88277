import type { Customer } from '@dealtrail/protocol/customers';
import { useState } from 'react';
import { Button } from '../../../kit/button/index.ts';
import { Card } from '../../../kit/card/index.ts';
import { AddContactSheet } from '../actions/add-contact-sheet.tsx';
import { ContactLine } from './contact-line.tsx';
import { useCustomerWords } from './words.ts';
import './customers.css';

/** The people of a customer, masked, with calling, copying and adding as far as this member may. */
export function ContactsCard({ customer }: { readonly customer: Customer }) {
  const word = useCustomerWords();
  const [adding, setAdding] = useState(false);
  const { contacts, abilities } = customer;
  const add = (
    <Button kind="link" small icon="plus" onClick={() => setAdding(true)}>
      {word('customers.contact.add')}
    </Button>
  );
  return (
    <Card title={word('customers.contacts')} note={abilities.update && add}>
      {contacts.length === 0 && <p className="k-t3">{word('customers.contacts.none')}</p>}
      <ul className="contacts">
        {contacts.map((contact) => (
          <ContactLine key={contact.id} contact={contact} mayReveal={abilities.reveal} />
        ))}
      </ul>
      <AddContactSheet customerId={customer.id} open={adding} onClose={() => setAdding(false)} />
    </Card>
  );
}
