/** Why a follow-up or a file name was refused, and what to add, in Chinese. */
export const whyZh = {
  'activities.why.content_missing': '请写清这次沟通了什么，例如“客户确认预算10万内，要三天内给参数”',
  'activities.why.content_vague': '“{said}”没有说清沟通了什么，请补充具体内容：数量、预算、时间、要求或异议',
  'activities.why.feedback_missing': '请写下客户的反馈，例如“对参数满意，要对比竞品”',
  'activities.why.feedback_vague': '“{said}”看不出客户的态度，请写客户的原话或具体要求',
  'activities.why.next_step_missing': '请写下一步做什么，例如“发送竞品对比报告”',
  'activities.why.next_step_vague': '“{said}”不是可执行的下一步，请写具体动作，例如“发送报价单”“上门演示”',
  'activities.why.next_step_date_missing': '请给下一步定一个日期',
  'activities.why.next_try_missing': '未接通，请定下次再打的日期',
  'activities.why.template_unfilled': '模板里的“{said}”还没有填，请写上实际内容，或者删掉',
  'activities.why.attachment_name_form': '文件名请按“公司-文档-日期”命名，例如“华星科技-办公设备报价单-20240502”',
  'activities.why.attachment_name_date': '文件名里的日期 {date} 不存在',
} as const;
