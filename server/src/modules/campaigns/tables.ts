import type { CampaignKind, CampaignState } from '@dealtrail/protocol/campaigns';
import { defineTable } from '../../kernel/db/index.ts';

interface CampaignTable {
  orgId: string;
  id: string;
  name: string;
  otherNames: string[];
  kind: CampaignKind;
  /** Key of a listed source. */
  source: string | null;
  startsOn: string | null;
  endsOn: string | null;
  /** Minor units of `currency`. */
  plannedMinor: number | null;
  actualMinor: number | null;
  currency: string;
  ownerId: string | null;
  state: CampaignState;
  note: string | null;
  createdAt: Date;
  version: number;
}

/** A text that means a campaign, folded by `foldCampaignName`. */
interface CampaignNameTable {
  orgId: string;
  folded: string;
  campaignId: string;
}

declare module '../../kernel/db/tables.ts' {
  interface Tables {
    campaigns: CampaignTable;
    campaign_names: CampaignNameTable;
  }
}

export const campaignsTable = defineTable({
  name: 'campaigns',
  key: ['id'],
  versioned: true,
  auditedBy: 'orgId',
  classes: { plannedMinor: 'cost', actualMinor: 'cost' },
  unaudited: ['createdAt'],
});
export const campaignNamesTable = defineTable({ name: 'campaign_names', key: ['folded'], versioned: false });
