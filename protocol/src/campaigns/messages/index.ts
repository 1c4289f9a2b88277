/** Chinese sentences of campaigns. */
export const campaignsZh = {
  'problem.campaign_name_taken': '“{name}”已经是活动“{other}”的名称或别名。',
  'problem.campaign_days_reversed': '结束日期不能早于开始日期。',
  'campaignKind.exhibition': '展会',
  'campaignKind.event': '活动',
  'campaignKind.advertising': '广告',
  'campaignKind.livestream': '直播',
  'campaignKind.email': '邮件',
  'campaignKind.content': '内容',
  'campaignKind.other': '其他',
  'campaignState.planned': '筹备',
  'campaignState.running': '进行中',
  'campaignState.ended': '已结束',
  'campaignState.cancelled': '已取消',
} as const;

/** English sentences of campaigns. */
export const campaignsEn = {
  'problem.campaign_name_taken': '“{name}” is a name of the campaign “{other}” already.',
  'problem.campaign_days_reversed': 'The last day cannot be before the first.',
  'campaignKind.exhibition': 'Exhibition',
  'campaignKind.event': 'Event',
  'campaignKind.advertising': 'Advertising',
  'campaignKind.livestream': 'Livestream',
  'campaignKind.email': 'E-mail',
  'campaignKind.content': 'Content',
  'campaignKind.other': 'Other',
  'campaignState.planned': 'Planned',
  'campaignState.running': 'Running',
  'campaignState.ended': 'Ended',
  'campaignState.cancelled': 'Cancelled',
} as const satisfies Record<keyof typeof campaignsZh, string>;
