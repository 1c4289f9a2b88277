/** Chinese sentences of leave and deputies. */
export const leaveZh = {
  'problem.leave_invalid': '休假或代理人有误，请按提示修改。',
  'leave.absence_reversed': '结束日期不能早于开始日期',
  'leave.leave_over': '结束日期已经过去',
  'leave.dates_needed': '指定代理人要填开始和结束日期',
  'leave.deputy_self': '代理人不能是本人',
  'leave.deputy_unavailable': '这位同事已停用或还没有加入',
  'leave.deputy_absent': '这位同事那几天也不在',
  'leave.deputy_circle': '两个人不能在同一时间互相代理',
  'organization.notice.deputy_named': '{name}在 {from} 至 {until} 休假，由您代理他的线索、商机和时限',
  'organization.notice.deputy_named_for': '{by}为您登记了 {from} 至 {until} 的休假，由{deputy}代理',
  'notice.organization.deputy_named': '由我代理或代理我的工作',
} as const;

/** The same in English. */
export const leaveEn = {
  'problem.leave_invalid': 'The leave or the deputy needs a correction.',
  'leave.absence_reversed': 'The end lies before the beginning',
  'leave.leave_over': 'The end has passed already',
  'leave.dates_needed': 'A deputy needs a first and a last day',
  'leave.deputy_self': 'Nobody is their own deputy',
  'leave.deputy_unavailable': 'This colleague is not active or has not joined yet',
  'leave.deputy_absent': 'This colleague is away on those days too',
  'leave.deputy_circle': 'Two people cannot stand in for each other at the same time',
  'organization.notice.deputy_named':
    '{name} is away from {from} to {until}; you look after their leads, opportunities and time limits',
  'organization.notice.deputy_named_for': '{by} entered your leave from {from} to {until}; {deputy} stands in for you',
  'notice.organization.deputy_named': 'I stand in for somebody, or somebody for me',
} as const satisfies Record<keyof typeof leaveZh, string>;
