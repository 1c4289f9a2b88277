import { customersProblems } from '@dealtrail/protocol/customers';
import { customersEn, customersZh } from '@dealtrail/protocol/customers/messages';
import type { Module } from '../../kernel/house/module.ts';
import { customerViews } from './customer-views.ts';
import { bulkCustomers, customerBulk } from './operations/bulk-customers.ts';
import { addContact, revealContact } from './operations/contacts.ts';
import { getCustomer } from './operations/get-customer.ts';
import { getDuplicateRules, saveDuplicateRules } from './operations/duplicate-rules.ts';
import { findDuplicateCustomers } from './operations/find-duplicate-customers.ts';
import { answerJoin, joinRecord, listJoinRequests, ownJoinRequests, withdrawJoin } from './operations/join-requests.ts';
import { listCustomers } from './operations/list-customers.ts';
import { decideDuplicatePair, listDuplicatePairs } from './operations/duplicate-pairs.ts';
import { getMatching, getMatchTrial, holdMatching, tryMatching } from './operations/matching.ts';
import { customerMerging } from './operations/merge-customers.ts';
import { createCustomer, updateCustomer } from './operations/save-customer.ts';
import { planSearches, sweepMatchRuns } from './jobs/sweep-match-runs.ts';
import { whenJoinAnsweredTellAsker } from './reactions/when-join-answered-tell-asker.ts';
import { whenJoinAskedTellOwner } from './reactions/when-join-asked-tell-owner.ts';
import { customerParticipants } from './store/customer-participants.ts';
import { IDENTITY_VERSION } from './rules/identity/identity-version.ts';
import { customerIdentities } from './store/customer-identity.ts';
import { searchableTexts } from './store/customer-view.ts';
import { customerExport } from './store/customer-export.ts';

/** The companies we sell to and their people. */
export const customers: Module = {
  name: 'customers',
  permissions: [
    'customers.read',
    'customers.create',
    'customers.update',
    'customers.assign',
    'customers.reveal',
    'customers.delete',
    'customers.export',
  ],
  problems: customersProblems,
  messages: { zh: customersZh, en: customersEn },
  participants: customerParticipants,
  recordKinds: [
    {
      kind: 'customer',
      chapter: 'customers',
      searchable: searchableTexts,
      identity: { version: IDENTITY_VERSION, of: customerIdentities },
      editing: { table: 'customers', update: updateCustomer },
      merging: customerMerging,
    },
  ],
  constraints: {
    customers_pk: 'already_exists',
    records_pk: 'already_exists',
    contacts_pk: 'already_exists',
    duplicate_rules_pk: 'conflict',
    duplicate_pairs_pk: 'conflict',
    join_requests_open_key: 'join_asked_already',
  },
  lists: [customerViews],
  bulkKinds: [customerBulk],
  exportKinds: [customerExport],
  notices: [
    { kind: 'customers.join_asked', app: true, mail: null },
    { kind: 'customers.join_answered', app: true, mail: null },
  ],
  sweeps: [sweepMatchRuns, planSearches],
  reactions: [whenJoinAskedTellOwner, whenJoinAnsweredTellAsker],
  routes: [
    listCustomers,
    getCustomer,
    createCustomer,
    updateCustomer,
    bulkCustomers,
    addContact,
    revealContact,
    findDuplicateCustomers,
    getDuplicateRules,
    saveDuplicateRules,
    getMatching,
    tryMatching,
    getMatchTrial,
    holdMatching,
    listDuplicatePairs,
    decideDuplicatePair,
    joinRecord,
    listJoinRequests,
    ownJoinRequests,
    answerJoin,
    withdrawJoin,
  ],
};
