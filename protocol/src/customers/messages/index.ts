import { matchingEn } from './matching-en.ts';
import { matchingZh } from './matching-zh.ts';

/** Chinese sentences of customers. */
export const customersZh = {
  ...matchingZh,
  'problem.phone_invalid': '电话号码不完整，请检查位数和区号。',
  'problem.email_invalid': '邮箱地址不完整，请检查。',
  'problem.reveal_reason_needed': '请说明查看联系方式的原因。',
  'problem.reveal_limit_reached': '今天查看联系方式已达 {limit} 次，请明天再试或联系主管。',
  'dealState.none': '未成交',
  'dealState.won': '成交',
  'dealState.repeat': '多次成交',
  'customers.along.contacts': '{count} 位联系人随客户保留',
  'customers.reason.same_company': '已有同名客户“{title}”，请先处理那一条再恢复',
  'customers.event.created': '{by} 新建了客户',
  'customers.event.assigned': '{by} 移交给 {owner}：{reason}',
  'customers.event.bulk_undone': '{by} 撤销了批量修改',
  'problem.keeper_unavailable': '这位同事现在不能负责客户（停用，或没有修改客户的权限），请换一位。',
  'customers.event.contact_added': '{by} 添加了联系人 {name}',
  'view.customers.list.mine': '我负责的',
  'view.customers.list.noDeal': '未成交',
  'view.customers.list.won': '已成交',
  'view.customers.list.repeat': '多次成交',
  'view.customers.list.recent': '最近新建',
  'view.customers.list.all': '全部',
} as const;

/** English sentences of customers. */
export const customersEn = {
  ...matchingEn,
  'problem.phone_invalid': 'The phone number is not complete. Check digits and area code.',
  'problem.email_invalid': 'The e-mail address is not complete.',
  'problem.reveal_reason_needed': 'Say why you need the contact data.',
  'problem.reveal_limit_reached': 'You looked at {limit} contacts today. Try tomorrow or ask your supervisor.',
  'dealState.none': 'No deal yet',
  'dealState.won': 'Won',
  'dealState.repeat': 'Repeat customer',
  'customers.along.contacts': 'Contacts kept with the customer: {count}',
  'customers.reason.same_company': 'There is already a customer “{title}”; settle that one first',
  'customers.event.created': '{by} added the customer',
  'customers.event.assigned': '{by} handed it over to {owner}: {reason}',
  'customers.event.bulk_undone': '{by} undid a change of many',
  'problem.keeper_unavailable':
    'This colleague cannot look after customers now (inactive, or not allowed to change them). Choose somebody else.',
  'customers.event.contact_added': '{by} added the contact {name}',
  'view.customers.list.mine': 'Mine',
  'view.customers.list.noDeal': 'No deal yet',
  'view.customers.list.won': 'Customers with deals',
  'view.customers.list.repeat': 'Repeat customers',
  'view.customers.list.recent': 'Recently added',
  'view.customers.list.all': 'All',
} as const satisfies Record<keyof typeof customersZh, string>;
