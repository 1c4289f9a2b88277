import { Level } from '@dealtrail/protocol/leads';
import { Text } from '@dealtrail/protocol/kernel';
import { z } from 'zod';

/** What a rule of intent says (R6): the level, and its tag in the organisation's words, such as 高意向-采购决策. */
export const IntentSays = z.strictObject({ level: Level, label: Text(40) });
export type IntentSays = z.infer<typeof IntentSays>;
