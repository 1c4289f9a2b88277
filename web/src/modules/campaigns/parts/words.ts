import type { CampaignKind, CampaignState } from '@dealtrail/protocol/campaigns';
import { useWords } from '../../../kernel/i18n/index.ts';
import type { zh } from '../messages/zh.ts';

type Key = keyof typeof zh | `campaignKind.${CampaignKind}` | `campaignState.${CampaignState}`;

/** The sentences of campaigns. */
export const useCampaignWords = useWords<Key>;
