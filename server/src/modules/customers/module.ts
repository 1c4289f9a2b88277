import { customersProblems } from '@dealtrail/protocol/customers';
import { customersEn, customersZh } from '@dealtrail/protocol/customers/messages';
import type { Module } from '../../kernel/house/module.ts';
import { customerViews } from './customer-views.ts';
import { addContact, revealContact } from './operations/contacts.ts';
import { getCustomer } from './operations/get-customer.ts';
import { listCustomers } from './operations/list-customers.ts';
import { createCustomer, updateCustomer } from './operations/save-customer.ts';
import { customerParticipants } from './store/customer-participants.ts';
import { searchableTexts } from './store/customer-view.ts';

/** The companies we sell to and their people. */
export const customers: Module = {
  name: 'customers',
  permissions: ['customers.read', 'customers.create', 'customers.update', 'customers.reveal', 'customers.delete'],
  problems: customersProblems,
  messages: { zh: customersZh, en: customersEn },
  participants: customerParticipants,
  recordKinds: [
    {
      kind: 'customer',
      chapter: 'customers',
      searchable: searchableTexts,
      editing: { table: 'customers', update: updateCustomer },
    },
  ],
  constraints: { customers_pk: 'already_exists', records_pk: 'already_exists', contacts_pk: 'already_exists' },
  lists: [customerViews],
  routes: [listCustomers, getCustomer, createCustomer, updateCustomer, addContact, revealContact],
};
