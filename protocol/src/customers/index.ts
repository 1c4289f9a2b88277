import { z } from 'zod';
import { DuplicateHit } from './duplicates.ts';
import {
  ById,
  Id,
  ListQuery,
  operation,
  OptionalText,
  OutId,
  OutInstant,
  PageOf,
  Text,
  Version,
} from '../kernel/index.ts';

export * from './bulk.ts';
export * from './duplicates.ts';
export * from './matching.ts';

export const Contact = z.object({
  id: OutId,
  customerId: OutId,
  name: z.string(),
  title: z.string().nullable(),
  /** Masked in every output; the reveal verb shows it and logs who looked. */
  phone: z.string().nullable(),
  email: z.string().nullable(),
  wechat: z.string().nullable(),
  version: z.number().int(),
});
export type Contact = z.infer<typeof Contact>;

/** 未成交 / 成交 / 多次成交: moves by itself with signings (R49). */
export const DealState = z.enum(['none', 'won', 'repeat']);

export const CustomerRow = z.object({
  id: OutId,
  number: z.string(),
  name: z.string(),
  industry: z.string().nullable(),
  region: z.string().nullable(),
  province: z.string().nullable(),
  city: z.string().nullable(),
  dealState: DealState,
  ownerId: OutId.nullable(),
  ownerName: z.string().nullable(),
  departmentId: OutId.nullable(),
  openOpportunities: z.number().int(),
  createdAt: OutInstant,
  version: z.number().int(),
  /** What this member may do with it. */
  abilities: z.object({ update: z.boolean(), reveal: z.boolean() }),
});

export const Customer = CustomerRow.extend({
  /** What people call the company. */
  shortName: z.string().nullable(),
  /** 曾用名. */
  formerNames: z.array(z.string()),
  /** Unified social credit code. */
  creditCode: z.string().nullable(),
  website: z.string().nullable(),
  duplicates: z.array(DuplicateHit),
  contacts: z.array(Contact),
});

export type Customer = z.infer<typeof Customer>;

export const listCustomers = operation({
  id: 'customers.list',
  method: 'GET',
  path: '/customers',
  query: ListQuery,
  result: PageOf(CustomerRow),
  problems: [],
  permission: 'customers.read',
  offline: 'online',
  summary: 'Customers the member may see.',
});

export const getCustomer = operation({
  id: 'customers.get',
  method: 'GET',
  path: '/customers/:id',
  params: ById,
  result: Customer,
  problems: [],
  permission: 'customers.read',
  offline: 'online',
  summary: 'One customer with its contacts.',
});

const facts = {
  shortName: OptionalText(80),
  formerNames: z.array(Text(200)).max(10).optional(),
  creditCode: OptionalText(40),
  website: OptionalText(200),
  industry: OptionalText(80),
  province: OptionalText(40),
  city: OptionalText(40),
  region: OptionalText(40),
} as const;

export const createCustomer = operation({
  id: 'customers.create',
  method: 'POST',
  path: '/customers',
  body: z.strictObject({ id: Id.optional(), name: Text(200), ...facts, overrideReason: OptionalText(300) }),
  result: Customer,
  status: 201,
  problems: ['duplicate_blocked', 'override_not_allowed', 'credit_code_invalid'],
  permission: 'customers.create',
  offline: 'online',
  summary:
    'Makes a customer. One that exists already is told or refused by the rule for duplicates, with who follows it; who may assign leads may decide otherwise with `overrideReason`.',
});

export const findDuplicateCustomers = operation({
  id: 'customers.findDuplicates',
  method: 'POST',
  path: '/customers/duplicates',
  body: z.strictObject({
    name: OptionalText(200),
    shortName: OptionalText(80),
    creditCode: OptionalText(40),
    website: OptionalText(200),
    except: Id.optional(),
  }),
  result: z.object({ duplicates: z.array(DuplicateHit) }),
  problems: [],
  permission: 'customers.create',
  offline: 'online',
  summary: 'Looks for the same company among customers and leads before a customer is saved.',
});

export const updateCustomer = operation({
  id: 'customers.update',
  method: 'PATCH',
  path: '/customers/:id',
  params: ById,
  body: z.strictObject({
    version: Version,
    name: Text(200).optional(),
    ...facts,
    overrideReason: OptionalText(300),
  }),
  result: Customer,
  problems: ['duplicate_blocked', 'override_not_allowed', 'credit_code_invalid'],
  permission: 'customers.update',
  offline: 'online',
  summary: 'Changes the facts of a customer.',
});

const NewContact = {
  title: OptionalText(80),
  phone: OptionalText(40),
  email: OptionalText(254),
  wechat: OptionalText(64),
} as const;

export const addContact = operation({
  id: 'customers.addContact',
  method: 'POST',
  path: '/customers/:id/contacts',
  params: ById,
  body: z.strictObject({ id: Id.optional(), name: Text(80), ...NewContact }),
  result: Contact,
  status: 201,
  problems: ['phone_invalid', 'email_invalid'],
  permission: 'customers.update',
  offline: 'online',
  summary: 'Adds a person to a customer.',
});

export const revealContact = operation({
  id: 'customers.revealContact',
  method: 'POST',
  path: '/customers/:id/contacts/:contactId/reveal',
  params: z.strictObject({ id: Id, contactId: Id }),
  body: z.strictObject({ purpose: z.enum(['call', 'copy']), reason: OptionalText(200) }),
  result: z.object({
    phone: z.string().nullable(),
    email: z.string().nullable(),
    usedToday: z.number().int(),
    dailyLimit: z.number().int(),
  }),
  problems: ['reveal_reason_needed', 'reveal_limit_reached'],
  permission: 'customers.reveal',
  offline: 'online',
  secret: true,
  summary: 'Shows phone and e-mail in full for a call or a copy, and logs it.',
});

export const customersProblems = {
  duplicate_blocked: 409,
  override_not_allowed: 403,
  credit_code_invalid: 422,
  keeper_unavailable: 422,
  join_asked_already: 409,
  join_answered: 409,
  join_limit_reached: 422,
  join_without_owner: 422,
  match_thresholds: 422,
  match_trial_unfinished: 422,
  match_trial_over: 409,
  phone_invalid: 422,
  email_invalid: 422,
  reveal_reason_needed: 422,
  reveal_limit_reached: 429,
} as const;
