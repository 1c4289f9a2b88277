/** What the shipped time limits are called and what they ask for, in Chinese; {amount} is in the unit of the policy. */
export const policiesZh = {
  'clocks.next_step.title': '下一步',
  'clocks.next_step.why': '跟进时约定的下一步',
  'clocks.complete_lead.title': '补充线索',
  'clocks.complete_lead.why': '待补充的线索 {amount} 个工作小时内补齐',
  'clocks.assign_high.title': '分配高优先级线索',
  'clocks.assign_high.why': '高优先级线索 {amount} 小时内要有负责人',
  'clocks.first_touch.title': '首次跟进',
  'clocks.first_touch.why': '分配后 {amount} 小时内首次联系上客户，休息日顺延',
  'clocks.call_back.title': '回访方案',
  'clocks.call_back.why': '方案提交后 {amount} 天内回访',
  'clocks.stagnation.title': '推动停滞的商机',
  'clocks.stagnation.why': '{amount} 天没有有效沟通或阶段推进，就算停滞',
  'clocks.days_in_stage.title': '完成这个阶段',
  'clocks.days_in_stage.why': '阶段停留不能超过规定的天数',
} as const;

/** The same in English. */
export const policiesEn = {
  'clocks.next_step.title': 'Next step',
  'clocks.next_step.why': 'The next step promised in a follow-up',
  'clocks.complete_lead.title': 'Complete the lead',
  'clocks.complete_lead.why': 'Complete an unfinished lead within {amount} working hours',
  'clocks.assign_high.title': 'Assign a high-priority lead',
  'clocks.assign_high.why': 'A lead of high priority needs an owner within {amount} hours',
  'clocks.first_touch.title': 'First touch',
  'clocks.first_touch.why': 'Reach the customer within {amount} hours of the assignment, rest days skipped',
  'clocks.call_back.title': 'Call back about the proposal',
  'clocks.call_back.why': 'Call back within {amount} days of the proposal',
  'clocks.stagnation.title': 'Move a stalled deal',
  'clocks.stagnation.why': '{amount} days without effective contact or a stage forward count as stalled',
  'clocks.days_in_stage.title': 'Finish this stage',
  'clocks.days_in_stage.why': 'A stage may not take longer than its maximum',
} as const satisfies Record<keyof typeof policiesZh, string>;
