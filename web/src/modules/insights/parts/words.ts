import type { Passed } from '@dealtrail/protocol/kernel';
import type { invalidateLead } from '@dealtrail/protocol/leads';
import { useWords } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

type InvalidReason = Passed<typeof invalidateLead>['body']['reason'];

type Key = keyof typeof zh | `insights.group.${'none' | 'unowned' | 'total'}` | `invalidReason.${InvalidReason}`;

/** The stretches of time that both pace cards name; the rest are hours of one and days of the other. */
export type PaceKey = 'later' | 'none';

/** The sentences of the analysis. */
export const useInsightWords = useWords<Key>;
