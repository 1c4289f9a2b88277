import { z } from 'zod';
import { BulkChoice, BulkView } from '../bulk/index.ts';
import { Day, Id, operation, OptionalText, Text } from '../kernel/index.ts';

/** Facts many opportunities may be given at once; a probability of null returns to the one of the stage. */
export const OpportunityBulkEdit = z
  .strictObject({
    expectedCloseOn: Day.nullable(),
    probability: z.int().min(0).max(100).nullable(),
    competitor: OptionalText(120),
  })
  .partial();

export const OpportunityBulkAction = z.union([
  z.strictObject({ do: z.literal('assign'), ownerId: Id, reason: Text(200) }),
  z.strictObject({ do: z.literal('edit'), set: OpportunityBulkEdit }),
]);
export type OpportunityBulkAction = z.infer<typeof OpportunityBulkAction>;

export const bulkOpportunities = operation({
  id: 'opportunities.bulk',
  method: 'POST',
  path: '/opportunities/bulk',
  body: z.strictObject({ choice: BulkChoice, action: OpportunityBulkAction, dryRun: z.boolean().optional() }),
  result: BulkView,
  problems: ['bulk_too_many', 'bulk_nothing', 'seller_unavailable'],
  permission: 'opportunities.read',
  offline: 'online',
  summary:
    'Hands over or changes many opportunities; `dryRun` says what would happen. Up to 200 at once, more in the background; each has its own outcome.',
});
