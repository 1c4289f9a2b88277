import { z } from 'zod';
import { BulkChoice, BulkView } from '../bulk/index.ts';
import { Day, Id, operation, OptionalText, Text } from '../kernel/index.ts';
import { Level } from './lead.ts';
import { poolBulkActions } from './pools.ts';
import { screeningBulkActions } from './screening.ts';

/** Facts many leads may be given at once. */
export const LeadBulkEdit = z
  .strictObject({
    intent: Level,
    priority: Level,
    industry: OptionalText(80),
    region: OptionalText(40),
    customerType: OptionalText(40),
    campaign: OptionalText(120),
    expectedPurchaseOn: Day.nullable(),
  })
  .partial();

export const LeadBulkAction = z.union([
  z.strictObject({ do: z.literal('assign'), ownerId: Id, reason: Text(200) }),
  z.strictObject({ do: z.literal('edit'), set: LeadBulkEdit }),
  /** Judged anew by the rules that hold; what a person set stays. */
  z.strictObject({ do: z.literal('judge') }),
  ...poolBulkActions,
  ...screeningBulkActions,
]);
export type LeadBulkAction = z.infer<typeof LeadBulkAction>;

export const bulkLeads = operation({
  id: 'leads.bulk',
  method: 'POST',
  path: '/leads/bulk',
  body: z.strictObject({ choice: BulkChoice, action: LeadBulkAction, dryRun: z.boolean().optional() }),
  result: BulkView,
  problems: ['bulk_too_many', 'bulk_nothing', 'member_unavailable'],
  permission: 'leads.read',
  offline: 'online',
  summary:
    'Assigns or changes many leads; `dryRun` says what would happen. Up to 200 at once, more in the background; each lead has its own outcome.',
});
