/** Words of leave and deputies in Chinese. */
export const leaveZh = {
  'leave.title': '休假与代理',
  'leave.note':
    '休假期间，代理人看得到、也能处理本人的线索、商机和时限，提醒也会发给代理人。归属不变，到期自动结束。按规则分配的线索不会再给休假的人。',
  'leave.from': '开始',
  'leave.until': '结束',
  'leave.deputy': '代理人',
  'leave.deputy.none': '不指定',
  'leave.save': '保存',
  'leave.end': '取消休假',
  'leave.saved': '已保存',
  'leave.away': '休假中',
  'leave.days': '{from}至{until}',
  'leave.open': '{from}起',
  'leave.none': '在岗',
  'leave.by': '{name}代理',
  'leave.standsFor': '由我代理',
  'leave.standsFor.now': '代理到{until}',
  'leave.standsFor.soon': '{from}起代理',
  'leave.team': '团队的休假',
  'leave.edit': '登记休假',
  'leave.of': '{name}的休假',
} as const;
