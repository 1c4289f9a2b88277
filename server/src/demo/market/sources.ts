import type { CampaignKind } from '@dealtrail/protocol/campaigns';

/** Where leads come from: how many of a thousand, how many of a hundred become contracts, how they come in. */
export interface Source {
  readonly key: string;
  /** As a file or a form calls it. */
  readonly name: string;
  /** Of a thousand leads. */
  readonly share: number;
  /** Signed of a hundred after the usual time. */
  readonly signs: number;
  /** A list of marketing, somebody typing for the rules to assign, or a seller's own find. */
  readonly comes: 'list' | 'typed' | 'found';
  /** Titles of lists, without their month. */
  readonly lists?: readonly string[];
  /** What sort of campaign a list comes of, and what such a one is planned to cost, in 1 000 yuan. */
  readonly campaign?: { readonly kind: CampaignKind; readonly cost: readonly [from: number, to: number] };
}

/** Who refers leads: coined names of customers and partners. */
export const referrers = ['联衡自动化集成', '清源水务设计院', '恒汇仪表代理', '润川化工'] as const;

export const sources: readonly Source[] = [
  {
    key: 'exhibition',
    name: '展会咨询',
    share: 290,
    signs: 8.4,
    comes: 'list',
    lists: ['工业自动化展', '水处理展', '制药机械展', '化工装备展', '锂电装备展', '仪器仪表展'],
    campaign: { kind: 'exhibition', cost: [90, 180] },
  },
  {
    key: 'campaign',
    name: '市场活动',
    share: 160,
    signs: 8.6,
    comes: 'list',
    lists: ['流量计选型线上课', '防爆仪表研讨会', '能耗采集直播', '水质在线监测沙龙'],
    campaign: { kind: 'event', cost: [12, 60] },
  },
  {
    key: 'partner',
    name: '行业合作',
    share: 90,
    signs: 14,
    comes: 'list',
    lists: ['集成商推荐名单', '设计院推荐名单', '协会会员名单'],
    campaign: { kind: 'other', cost: [6, 20] },
  },
  { key: 'tender', name: '招标信息', share: 60, signs: 11, comes: 'list', lists: ['招标公告整理'] },
  { key: 'website', name: '官网注册', share: 150, signs: 9.8, comes: 'typed' },
  { key: 'search', name: '搜索引擎', share: 85, signs: 8.6, comes: 'typed' },
  { key: 'phone_in', name: '来电咨询', share: 45, signs: 12.5, comes: 'typed' },
  { key: 'referral', name: '转介绍', share: 45, signs: 30, comes: 'found' },
  { key: 'existing_customer', name: '老客户复购', share: 50, signs: 24, comes: 'found' },
  { key: 'own_find', name: '自主开发', share: 25, signs: 9, comes: 'found' },
];
