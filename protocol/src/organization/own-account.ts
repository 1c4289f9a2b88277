import { z } from 'zod';
import { operation, Text, Version } from '../kernel/index.ts';

/** How a member stands in the company, as they see it themselves; these names sign them in. */
export const OwnAccount = z.object({
  name: z.string(),
  email: z.string(),
  mobile: z.string().nullable(),
  staffNumber: z.string().nullable(),
  version: z.number().int(),
});

export const getOwnAccount = operation({
  id: 'organization.getOwnAccount',
  method: 'GET',
  path: '/account',
  result: OwnAccount,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'The own name, e-mail, mobile and staff number.',
});

export const updateOwnAccount = operation({
  id: 'organization.updateOwnAccount',
  method: 'PATCH',
  path: '/account',
  body: z.strictObject({
    version: Version,
    name: Text(80).optional(),
    /** In any writing; null takes it away. */
    mobile: z.string().trim().max(40).nullable().optional(),
  }),
  result: OwnAccount,
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Changes the own name and mobile number; e-mail and staff number are for an administrator to change.',
});
