import { column, type ExportKind, usual } from '../../../kernel/exports/index.ts';
import { customerList } from './customer-list.ts';

/** A fact of the contact that was added first: the person one calls. */
const ofContact = (fact: string): string =>
  `(select p.${fact} from seen.contacts p where p.org_id = c.org_id and p.customer_id = c.id order by p.created_at, p.id limit 1)`;

/** Customers with their first contact, as they leave in a file. */
export const customerExport: ExportKind = {
  kind: 'customer',
  title: { zh: '客户', en: 'Customers' },
  list: customerList,
  permission: 'customers.export',
  reveal: { permission: 'customers.reveal', often: 'customers.revealed_often' },
  columns: [
    ...usual([
      column('number', '客户编号', 'Number', 'r.number'),
      column('name', '客户名称', 'Name', 'c.name'),
      column('industry', '所属行业', 'Industry', 'c.industry'),
      column('region', '大区', 'Region', 'c.region'),
      column('province', '省份', 'Province', 'c.province'),
      column('city', '城市', 'City', 'c.city'),
      column('dealState', '成交状态', 'Deal state', 'c.deal_state', { words: 'dealState' }),
      column('contactName', '联系人', 'Contact', ofContact('name')),
      column('contactTitle', '职务', 'Title', ofContact('title')),
      column('contactPhone', '电话', 'Phone', ofContact('phone'), 'phone'),
      column('contactEmail', '邮箱', 'Email', ofContact('email'), 'email'),
      column('ownerName', '负责人', 'Owner', 'm.name'),
      column('openOpportunities', '进行中商机', 'Open opportunities', customerList.columns.openOpportunities, 'number'),
      column('createdAt', '创建时间', 'Created', 'c.created_at', 'instant'),
    ]),
    column('contactWechat', '微信', 'WeChat', ofContact('wechat'), 'phone'),
    column('signings', '签约次数', 'Signings', 'c.signings', 'number'),
    column('updatedAt', '更新时间', 'Updated', 'c.updated_at', 'instant'),
  ],
};
