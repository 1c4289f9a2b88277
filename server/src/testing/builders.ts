import { createDepartment, inviteMember } from '@dealtrail/protocol/organization';
import type { Caller } from './test-house.ts';

/** Makes the record a path speaks of, through the product's own verbs; returns its id. */
export type Build = (admin: Caller) => Promise<string>;

/** One builder for each kind of record, by the path its verbs begin with. */
export const builders: Readonly<Record<string, Build>> = {
  '/departments/': async (admin) => (await admin.call(createDepartment, { body: { name: '华东一部' } })).body.id,
  '/members/': async (admin) => admin.memberId,
  '/invitations/': async (admin) => (await admin.call(inviteMember, { body: { roleKeys: ['representative'] } })).body.id,
};
