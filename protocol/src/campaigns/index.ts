import { z } from 'zod';
import {
  ById,
  Currency,
  Day,
  Id,
  ItemsOf,
  MoneyMinor,
  operation,
  OptionalText,
  OutDay,
  OutId,
  Text,
  Version,
} from '../kernel/index.ts';

/** What sort of campaign it is: 展会, 活动, 广告, 直播, 邮件, 内容, 其他. An exhibition has a phone page for its stand. */
export const CampaignKind = z.enum(['exhibition', 'event', 'advertising', 'livestream', 'email', 'content', 'other']);
export type CampaignKind = z.infer<typeof CampaignKind>;

/** Where a campaign stands, set by people: 筹备, 进行中, 已结束, 已取消. */
export const CampaignState = z.enum(['planned', 'running', 'ended', 'cancelled']);
export type CampaignState = z.infer<typeof CampaignState>;

/** What of a campaign everybody may know, who has to name it. */
export const CampaignName = z.object({
  id: OutId,
  name: z.string(),
  kind: CampaignKind,
  state: CampaignState,
  startsOn: OutDay.nullable(),
});
export type CampaignName = z.infer<typeof CampaignName>;

export const Campaign = CampaignName.extend({
  /** Other texts that mean it: leads and files that tell one of them are of this campaign. */
  otherNames: z.array(z.string()),
  /** Key of the listed source its leads usually come through. */
  source: z.string().nullable(),
  endsOn: OutDay.nullable(),
  /** Costs in minor units of `currency`; null: not told. */
  plannedMinor: z.number().nullable(),
  actualMinor: z.number().nullable(),
  currency: z.string(),
  ownerId: OutId.nullable(),
  ownerName: z.string().nullable(),
  note: z.string().nullable(),
  version: z.int(),
});
export type Campaign = z.infer<typeof Campaign>;

const CampaignSettings = {
  name: Text(120),
  otherNames: z.array(Text(120)).max(20),
  kind: CampaignKind,
  source: OptionalText(120),
  startsOn: Day.nullable(),
  endsOn: Day.nullable(),
  plannedMinor: MoneyMinor.nullable(),
  actualMinor: MoneyMinor.nullable(),
  currency: Currency,
  ownerId: Id.nullable(),
  state: CampaignState,
  note: OptionalText(1_000),
} as const;

export const listCampaigns = operation({
  id: 'campaigns.list',
  method: 'GET',
  path: '/campaigns',
  result: ItemsOf(Campaign),
  problems: [],
  permission: 'campaigns.read',
  offline: 'online',
  summary: 'Campaigns with their costs, the latest start first.',
});

export const listCampaignNames = operation({
  id: 'campaigns.listNames',
  method: 'GET',
  path: '/campaigns/names',
  result: ItemsOf(CampaignName),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'How the campaigns are called, for whoever has to name one; no costs.',
});

export const createCampaign = operation({
  id: 'campaigns.create',
  method: 'POST',
  path: '/campaigns',
  body: z.strictObject({
    id: Id.optional(),
    ...CampaignSettings,
    otherNames: CampaignSettings.otherNames.optional(),
    currency: Currency.optional(),
  }),
  result: Campaign,
  status: 201,
  problems: ['campaign_name_taken', 'campaign_days_reversed'],
  permission: 'campaigns.manage',
  offline: 'online',
  summary: 'Makes a campaign. Leads that told its name before belong to it from then on.',
});

export const updateCampaign = operation({
  id: 'campaigns.update',
  method: 'PATCH',
  path: '/campaigns/:id',
  params: ById,
  body: z
    .strictObject({ version: Version, ...CampaignSettings })
    .partial()
    .required({ version: true }),
  result: Campaign,
  problems: ['campaign_name_taken', 'campaign_days_reversed', 'stale_version'],
  permission: 'campaigns.manage',
  offline: 'online',
  summary: 'Changes a campaign; a lead that belongs to it stays with it, however it is called.',
});

export const campaignsProblems = { campaign_name_taken: 409, campaign_days_reversed: 422 } as const;
