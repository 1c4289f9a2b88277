import { z } from 'zod';
import { SourceType } from './source.ts';

const split = (words: string): string[] => words.split(' ');

/** The sources every organisation starts with (R1, R4), with the names the sources' sheets and other systems use. */
export const defaultSourceTypes: readonly SourceType[] = z.array(SourceType).parse([
  {
    key: 'website',
    name: { zh: '官网注册', en: 'Website' },
    aliases: [
      ...split('官网 线上官网 公司官网 企业官网 官方网站 网站 网站注册 网站留言 官网留言 官网表单 官网咨询 web'),
      'web form',
      'Direct Traffic',
      'Landing Page',
    ],
  },
  {
    key: 'search',
    name: { zh: '搜索引擎', en: 'Search engine' },
    aliases: [
      ...split('搜索 百度 百度推广 搜索推广 竞价 SEM SEO google bing baidu'),
      'Organic Search',
      'Pay per Click Ads',
    ],
  },
  {
    key: 'online_chat',
    name: { zh: '在线客服', en: 'Online chat' },
    aliases: [...split('在线咨询 网站客服 客服咨询'), 'Live Chat', 'Olark Chat', 'Chat'],
  },
  {
    key: 'phone_in',
    name: { zh: '来电咨询', en: 'Inbound call' },
    aliases: [...split('电话呼入 来电 电话咨询 400电话 热线 客服热线 Click2call'), 'phone inquiry', 'hotline'],
  },
  {
    key: 'exhibition',
    name: { zh: '展会咨询', en: 'Exhibition' },
    aliases: [...split('展会 展会推广 行业展会 展览 展览会 博览会 展会名片 expo'), 'trade show', 'trade fair', 'fair'],
  },
  {
    key: 'referral',
    name: { zh: '转介绍', en: 'Referral' },
    aliases: [
      ...split(
        '客户转介绍 客户介绍 客户推荐 老客户推荐 老客户转介绍 老客户介绍 朋友介绍 朋友推荐 内部推荐 员工推荐 reference',
      ),
      'Referral Sites',
      'word of mouth',
      'customer referral',
    ],
  },
  {
    key: 'campaign',
    name: { zh: '市场活动', en: 'Campaign' },
    aliases: [
      ...split('活动 营销活动 市场推广 线下活动 线上活动 会议营销 研讨会 沙龙 直播活动 webinar seminar'),
      'marketing campaign',
      'event',
    ],
  },
  {
    key: 'partner',
    name: { zh: '行业合作', en: 'Partner' },
    aliases: [
      ...split('合作伙伴 合作伙伴推荐 伙伴推荐 渠道 渠道伙伴 渠道商 代理商 经销商 异业合作 协会 行业协会 reseller'),
      'channel',
      'channel partner',
      'association',
    ],
  },
  {
    key: 'existing_customer',
    name: { zh: '老客户复购', en: 'Existing customer' },
    aliases: [...split('老客户 复购 存量客户 续费客户'), 'repeat customer'],
  },
  {
    key: 'social',
    name: { zh: '社交媒体', en: 'Social media' },
    aliases: [...split('微信 公众号 微信公众号 企业微信 微博 wechat linkedin facebook twitter instagram'), 'social'],
  },
  {
    key: 'content',
    name: { zh: '内容平台', en: 'Content' },
    aliases: [...split('知乎 博客 文章 白皮书 视频号 blog youtube youtubechannel whitepaper'), 'white paper'],
  },
  {
    key: 'email',
    name: { zh: '邮件营销', en: 'E-mail campaign' },
    aliases: [...split('邮件 邮件群发 edm newsletter email'), 'e-mail', 'mailing'],
  },
  {
    key: 'media',
    name: { zh: '媒体广告', en: 'Media and advertising' },
    aliases: [
      ...split('媒体 广告 媒体报道 新闻 户外广告 advertisement advertising magazine newspaper'),
      'Press Release',
      'press',
    ],
  },
  {
    key: 'tender',
    name: { zh: '招标信息', en: 'Tender notice' },
    aliases: [...split('招标 招标网 采购网 政府采购 tender'), 'tender platform'],
  },
  {
    key: 'own_find',
    name: { zh: '自主开发', en: 'Own find' },
    aliases: [
      ...split('自拓 自主开拓 自己开发 自开发 陌拜 陌生拜访 电话开发 电话销售 扫楼 地推 outbound'),
      'cold call',
      'self-sourced',
      'own find',
    ],
  },
  { key: 'other', name: { zh: '其他', en: 'Other' }, aliases: split('其它 其他来源 others') },
]);
