/** Chinese sentences of the notifications: what each kind of message is called. */
export const notificationsZh = {
  'problem.notice_unknown': '没有“{kind}”这种通知。',
  'notice.clocks.warned': '我的时限快到了',
  'notice.clocks.overdue': '我的时限超期了',
  'notice.clocks.escalated': '下属的时限超期，升级给我',
  'notice.clocks.postponed': '我的时限延期了',
  'notice.clocks.postpone_asked': '下属申请延期',
  'notice.clocks.postpone_granted': '延期申请获准',
  'notice.clocks.postpone_refused': '延期申请未获准',
  'notice.records.shared': '有记录共享给我',
  'notice.imports.finished': '我的导入完成',
  'notice.calendar.year_missing': '缺少节假日安排',
} as const;

/** English sentences of the notifications. */
export const notificationsEn = {
  'problem.notice_unknown': 'There is no message of the kind “{kind}”.',
  'notice.clocks.warned': 'A time limit of mine is nearly due',
  'notice.clocks.overdue': 'A time limit of mine is overdue',
  'notice.clocks.escalated': 'A time limit on my team is overdue and escalates to me',
  'notice.clocks.postponed': 'A time limit of mine is moved',
  'notice.clocks.postpone_asked': 'Somebody on my team asks for more time',
  'notice.clocks.postpone_granted': 'The time I asked for is granted',
  'notice.clocks.postpone_refused': 'The time I asked for is not granted',
  'notice.records.shared': 'A record is shared with me',
  'notice.imports.finished': 'My import has ended',
  'notice.calendar.year_missing': 'A year of holidays is missing',
} as const satisfies Record<keyof typeof notificationsZh, string>;
