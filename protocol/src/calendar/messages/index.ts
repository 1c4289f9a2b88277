/** Chinese sentences of the calendar. */
export const calendarZh = {
  'problem.work_week_invalid': '工作时段要按时间先后填写，不能重叠，结束要晚于开始。',
  'dayKind.work': '上班',
  'dayKind.rest': '休息',
  'calendar.notice.year_missing': '{year} 年的法定节假日还没有录入，时限会按普通周末计算。请在“工作日历”里导入。',
} as const;

/** English sentences of the calendar. */
export const calendarEn = {
  'problem.work_week_invalid': 'Working hours go from early to late, must not overlap, and end after they begin.',
  'dayKind.work': 'Workday',
  'dayKind.rest': 'Day off',
  'calendar.notice.year_missing':
    'The public holidays of {year} are not entered yet, so time limits count plain weekends. Import them in the work calendar.',
} as const satisfies Record<keyof typeof calendarZh, string>;
