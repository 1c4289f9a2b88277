import { column, type ExportKind, usual } from '../../../kernel/exports/index.ts';
import { defaultSourceTypes } from '../rules/default-sources.ts';
import { leadList } from './lead-list.ts';

const sources = Object.fromEntries(defaultSourceTypes.map(({ key, name }) => [key, name]));

/** Leads as they leave in a file. */
export const leadExport: ExportKind = {
  kind: 'lead',
  title: { zh: '线索', en: 'Leads' },
  list: leadList,
  permission: 'leads.export',
  reveal: { permission: 'leads.reveal', often: 'leads.revealed_often' },
  columns: [
    ...usual([
      column('number', '线索编号', 'Number', 'r.number'),
      column('companyName', '客户名称', 'Company', 'l.company_name'),
      column('contactName', '联系人', 'Contact', 'l.contact_name'),
      column('contactTitle', '职务', 'Title', 'l.contact_title'),
      column('phone', '电话', 'Phone', 'l.phone', 'phone'),
      column('email', '邮箱', 'Email', 'l.email', 'email'),
      column(
        'source',
        '来源',
        'Source',
        'coalesce((select s.name from seen.lead_sources s where s.org_id = l.org_id and s.key = l.source), l.source)',
        { names: sources },
      ),
      column('industry', '所属行业', 'Industry', 'l.industry'),
      column('region', '大区', 'Region', 'l.region'),
      column('province', '省份', 'Province', 'l.province'),
      column('city', '城市', 'City', 'l.city'),
      column('need', '需求描述', 'Need', 'l.need'),
      column('state', '状态', 'State', 'l.state', { words: 'leadState' }),
      column('intent', '意向', 'Intent', 'l.intent', { words: 'intent' }),
      column('priority', '优先级', 'Priority', 'l.priority', { words: 'priority' }),
      column('ownerName', '负责人', 'Owner', 'm.name'),
      column('departmentName', '部门', 'Department', 'd.name'),
      column('createdAt', '创建时间', 'Created', 'l.created_at', 'instant'),
      column('lastFollowUpAt', '最近跟进', 'Last follow-up', 'l.last_follow_up_at', 'instant'),
    ]),
    column('landline', '座机', 'Landline', 'l.landline', 'phone'),
    column('wechat', '微信', 'WeChat', 'l.wechat', 'phone'),
    column('customerType', '客户类型', 'Customer type', 'l.customer_type', { words: 'customerType' }),
    column('budget', '预算规模', 'Budget', 'l.budget_minor', 'money'),
    column('currency', '币种', 'Currency', 'l.currency'),
    column('expectedPurchaseOn', '预计采购日期', 'Expected purchase', 'l.expected_purchase_on', 'day'),
    column('campaign', '活动', 'Campaign', 'l.campaign'),
    column('referrer', '介绍方', 'Referrer', 'l.referrer'),
    column('referredBy', '介绍人', 'Referred by', 'l.referred_by'),
    column('externalId', '外部编号', 'External id', 'l.external_id'),
    column('complete', '资料完整', 'Complete', 'l.complete', 'yes_no'),
    column('pausedUntil', '暂缓至', 'Paused until', 'l.paused_until', 'day'),
    column('assignedAt', '分配时间', 'Assigned', 'l.assigned_at', 'instant'),
    column('firstTouchAt', '首次跟进', 'First touch', 'l.first_touch_at', 'instant'),
    column('attempts', '未接通次数', 'Attempts', 'l.attempts', 'number'),
    column('convertedOn', '转化日期', 'Converted on', 'l.converted_on', 'day'),
    column('updatedAt', '更新时间', 'Updated', 'l.updated_at', 'instant'),
  ],
};
