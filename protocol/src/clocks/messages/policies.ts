/**
 * The words of the time limits in Chinese, three for each: `name` of the limit, `title` of what it asks for, `why` it
 * runs. {limitZh} is how long the clock in hand may take, such as 24 小时.
 */
export const policiesZh = {
  'clocks.next_step.name': '下一步',
  'clocks.next_step.title': '下一步',
  'clocks.next_step.why': '上次跟进时约定的下一步',
  'clocks.complete_lead.name': '补充线索',
  'clocks.complete_lead.title': '补充线索',
  'clocks.complete_lead.why': '缺必填信息的线索，{limitZh}内补齐',
  'clocks.assign_high.name': '高优先级分配',
  'clocks.assign_high.title': '分配高优先级线索',
  'clocks.assign_high.why': '高优先级线索，{limitZh}内要有负责人',
  'clocks.first_touch.name': '首次跟进',
  'clocks.first_touch.title': '首次跟进',
  'clocks.first_touch.why': '分配后 {limitZh}内首次联系上客户',
  'clocks.call_back.name': '方案回访',
  'clocks.call_back.title': '回访方案',
  'clocks.call_back.why': '方案提交后 {limitZh}内回访',
  'clocks.stagnation.name': '停滞',
  'clocks.stagnation.title': '推动停滞的商机',
  'clocks.stagnation.why': '{limitZh}没有有效沟通或阶段推进，算停滞',
  'clocks.days_in_stage.name': '阶段停留',
  'clocks.days_in_stage.title': '完成这个阶段',
  'clocks.days_in_stage.why': '这个阶段约定的最长停留时间',
} as const;

/** The same in English; {limitEn} is 24 hours. */
export const policiesEn = {
  'clocks.next_step.name': 'Next step',
  'clocks.next_step.title': 'Next step',
  'clocks.next_step.why': 'The next step promised in the last follow-up',
  'clocks.complete_lead.name': 'Complete the lead',
  'clocks.complete_lead.title': 'Complete the lead',
  'clocks.complete_lead.why': 'Complete the missing facts of a lead within {limitEn}',
  'clocks.assign_high.name': 'Assign high priority',
  'clocks.assign_high.title': 'Assign a high-priority lead',
  'clocks.assign_high.why': 'A lead of high priority needs an owner within {limitEn}',
  'clocks.first_touch.name': 'First touch',
  'clocks.first_touch.title': 'First touch',
  'clocks.first_touch.why': 'Reach the customer within {limitEn} of the assignment',
  'clocks.call_back.name': 'Call back on proposal',
  'clocks.call_back.title': 'Call back about the proposal',
  'clocks.call_back.why': 'Call back within {limitEn} of the proposal',
  'clocks.stagnation.name': 'Stalled',
  'clocks.stagnation.title': 'Move a stalled deal',
  'clocks.stagnation.why': 'Stalled after {limitEn} without effective contact or a stage forward',
  'clocks.days_in_stage.name': 'Days in stage',
  'clocks.days_in_stage.title': 'Finish this stage',
  'clocks.days_in_stage.why': 'The longest stay agreed for this stage',
} as const satisfies Record<keyof typeof policiesZh, string>;
