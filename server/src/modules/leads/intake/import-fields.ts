import type { LeadImportField } from '@dealtrail/protocol/leads';
import type { ImportField } from '../../../kernel/imports/import-kind.ts';

type Named = ImportField & { readonly name: LeadImportField };

const field = (name: LeadImportField, aliases: string, choice = false): Named => ({
  name,
  aliases: aliases.split('|'),
  ...(choice ? { choice } : {}),
});

/** Fields of a lead that a column may be mapped to, with the headings people and other systems use for them. */
export const leadImportFields: readonly Named[] = [
  field(
    'companyName',
    '客户名称|公司名称|公司|单位名称|单位|企业名称|客户|客户公司|Company|Company Name|Account|Account Name|Organization|Customer',
  ),
  field('contactName', '联系人|联系人姓名|姓名|客户姓名|联系人名称|Contact|Contact Name|Name|Full Name|Contact Person'),
  field('contactTitle', '职务|职位|联系人职务|头衔|Title|Job Title|Position'),
  field(
    'phone',
    '电话|手机|手机号|手机号码|联系电话|移动电话|联系方式|Phone|Mobile|Mobile Phone|Tel|Telephone|Phone Number',
  ),
  field('email', '邮箱|电子邮件|电子邮箱|邮件|邮箱地址|Email|E-mail|Email Address|Mail'),
  field('landline', '座机|固定电话|固话|办公电话|Landline|Office Phone|Work Phone'),
  field('wechat', '微信|微信号|WeChat|WeChat ID'),
  field(
    'creditCode',
    '统一社会信用代码|社会信用代码|统一信用代码|信用代码|税号|纳税人识别号|Unified Social Credit Code|Credit Code|USCC|Tax ID',
  ),
  field('website', '网址|官网|网站|公司网址|公司网站|公司官网|Website|Web Site|URL|Homepage|Home Page'),
  field('source', '来源|线索来源|客户来源|来源渠道|渠道|Source|Lead Source|Channel', true),
  field('industry', '行业|所属行业|客户行业|Industry|Sector', true),
  field('region', '大区|区域|地区|所属区域|Region|Territory|Area', true),
  field('province', '省份|省|所在省份|省市|Province|State', true),
  field('city', '城市|市|所在城市|City|Town', true),
  field('need', '需求描述|需求|客户需求|需求内容|咨询内容|Need|Needs|Requirement|Requirements|Description|Inquiry'),
  field('customerType', '客户类型|客户类别|Customer Type|Type', true),
  field('budget', '预算|预算规模|预算金额|采购预算|预算（元）|Budget|Budget Amount'),
  field('budgetWan', '预算（万元）|预算（万）|预算万元|预算金额（万元）|采购预算（万元）'),
  field('currency', '币种|货币|Currency', true),
  field(
    'expectedPurchaseOn',
    '预计采购时间|预计采购日期|决策周期|采购时间|预计成交时间|Expected Purchase Date|Purchase Date|Expected Close Date',
  ),
  field('campaign', '活动|市场活动|活动名称|推广活动|Campaign|Campaign Name', true),
  field('referrer', '介绍方|推荐方|转介绍客户|推荐客户|介绍单位|合作伙伴|Referrer|Referred From|Partner', true),
  field('referredBy', '介绍人|推荐人|转介绍人|Referred By|Referrer Contact'),
  field('externalId', '外部编号|线索编号|客户编号|编号|原系统编号|External ID|Lead ID|ID|Prospect ID|Record ID'),
  field('pool', '进公海|是否进公海|公海|放入公海|Pool|Into Pool', true),
];
