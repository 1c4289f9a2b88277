import { z } from 'zod';
import { BulkChoice, BulkView } from '../bulk/index.ts';
import { Id, operation, OptionalText, Text } from '../kernel/index.ts';

/** Facts many customers may be given at once; what tells one company from another is not among them. */
export const CustomerBulkEdit = z
  .strictObject({
    industry: OptionalText(80),
    region: OptionalText(40),
    province: OptionalText(40),
    city: OptionalText(40),
  })
  .partial();

export const CustomerBulkAction = z.union([
  z.strictObject({ do: z.literal('assign'), ownerId: Id, reason: Text(200) }),
  z.strictObject({ do: z.literal('edit'), set: CustomerBulkEdit }),
]);
export type CustomerBulkAction = z.infer<typeof CustomerBulkAction>;

export const bulkCustomers = operation({
  id: 'customers.bulk',
  method: 'POST',
  path: '/customers/bulk',
  body: z.strictObject({ choice: BulkChoice, action: CustomerBulkAction, dryRun: z.boolean().optional() }),
  result: BulkView,
  problems: ['bulk_too_many', 'bulk_nothing', 'keeper_unavailable'],
  permission: 'customers.read',
  offline: 'online',
  summary:
    'Hands over or changes many customers; `dryRun` says what would happen. Up to 200 at once, more in the background; each customer has its own outcome.',
});
