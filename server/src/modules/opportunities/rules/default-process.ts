import type { WhyKey } from './why.ts';
import { why } from './why.ts';
import { SalesProcess, type TaskTemplate } from './sales-process.ts';

type TaskName =
  Extract<WhyKey, `opportunities.task.${string}`> extends `opportunities.task.${infer Name}` ? Name : never;

const task = (key: TaskName, role: TaskTemplate['role'], dueInDays: number, required = false): TaskTemplate => ({
  key,
  title: why(`opportunities.task.${key}`),
  required,
  dueInDays,
  role,
});

/**
 * The standard six stages of source 1, part 1 (二): opens at 需求分析, won on leaving 合同签订. Probabilities 20, 40, 60 and
 * 90 % are those of REQUIREMENTS; tasks and fields follow sources 1, 2 and 5; maximum days are our own first guess.
 */
export const standardProcess: SalesProcess = SalesProcess.parse({
  key: 'standard',
  version: 1,
  name: { zh: '标准六阶段', en: 'Standard, six stages' },
  opensAt: 'needs_analysis',
  wonOnLeaving: 'contract_signing',
  stages: [
    {
      key: 'lead_capture',
      name: { zh: '线索获取', en: 'Lead capture' },
      position: 0,
      probability: 10,
      afterWin: false,
      requiredFields: [],
      requiredEvidence: [],
      tasks: [task('verify_customer', 'representative', 1)],
      maxDays: 7,
      guidance: {
        zh: '核对客户名称、联系人和联系方式，判断是否是真实的需求。这一步在线索里完成，商机从需求分析开始。',
        en: 'Check company, contact and contact data and whether the need is real. This happens on the lead; opportunities open at needs analysis.',
      },
    },
    {
      key: 'needs_analysis',
      name: { zh: '需求分析', en: 'Needs analysis' },
      position: 1,
      probability: 20,
      afterWin: false,
      requiredFields: ['needSummary', 'amountMinor', 'expectedCloseOn'],
      requiredEvidence: [],
      tasks: [
        task('interview_customer', 'representative', 5, true),
        task('confirm_budget_and_date', 'representative', 7),
        task('find_decision_makers', 'representative', 7),
      ],
      maxDays: 30,
      guidance: {
        zh: '通过深度访谈或技术交流弄清痛点：要解决什么、预算多少、何时采购、谁拍板。写成需求摘要，请客户确认。',
        en: 'Find out by interview or technical talk what hurts: what to solve, which budget, when to buy, who decides. Write it down and have the customer confirm it.',
      },
    },
    {
      key: 'solution_design',
      name: { zh: '方案设计', en: 'Solution design' },
      position: 2,
      probability: 40,
      afterWin: false,
      requiredFields: ['amountMinor', 'expectedCloseOn'],
      requiredEvidence: [],
      tasks: [
        task('write_solution', 'presales', 7),
        task('review_solution', 'sales_manager', 8),
        task('present_solution', 'representative', 10, true),
      ],
      maxDays: 30,
      guidance: {
        zh: '会同产品、技术给出定制方案：配置清单、报价明细、交付周期、增值服务和成功案例；销售经理审核后向客户讲解并答疑。',
        en: 'With product and presales make a solution: configuration, quotation, delivery time, services, success cases. The sales manager reviews it, then present it and answer questions.',
      },
    },
    {
      key: 'negotiation',
      name: { zh: '商务谈判', en: 'Negotiation' },
      position: 3,
      probability: 60,
      afterWin: false,
      requiredFields: ['amountMinor', 'expectedCloseOn'],
      requiredEvidence: [],
      tasks: [
        task('prepare_bottom_line', 'representative', 3),
        task('finish_quotation', 'commercial', 3),
        task('confirm_minutes', 'representative', 10, true),
      ],
      maxDays: 30,
      guidance: {
        zh: '先定底线（最低折扣、最长交付）和备选方案（分期、组合），再谈价格、付款、交付标准和违约责任；形成谈判纪要由双方确认。',
        en: 'Set the bottom line (lowest discount, longest delivery) and alternatives first, then talk price, payment, delivery standard and liability; both sides confirm the minutes.',
      },
    },
    {
      key: 'contract_signing',
      name: { zh: '合同签订', en: 'Contract signing' },
      position: 4,
      probability: 90,
      afterWin: false,
      requiredFields: ['amountMinor'],
      requiredEvidence: [],
      tasks: [
        task('legal_review', 'legal', 3),
        task('customer_confirms_text', 'representative', 5),
        task('collect_signed_contract', 'commercial', 7),
      ],
      maxDays: 21,
      guidance: {
        zh: '法务审核条款，客户确认文本后签署。登记签约日期、合同号和金额，商机才算赢单。',
        en: 'Legal reviews the terms, the customer confirms the text, then sign. Record date, number and amount of the contract: only then it is won.',
      },
    },
    {
      key: 'delivery',
      name: { zh: '交付实施', en: 'Delivery' },
      position: 5,
      probability: 100,
      afterWin: true,
      requiredFields: [],
      requiredEvidence: [],
      tasks: [
        task('hand_over_project', 'representative', 3),
        task('plan_delivery', 'delivery', 7),
        task('customer_acceptance', 'delivery', 60),
      ],
      maxDays: null,
      guidance: {
        zh: '完成内部交接，制定交付计划表并定期向客户同步进度，直至签署验收确认单。',
        en: 'Hand the project over, plan the delivery, report progress to the customer until the acceptance is signed.',
      },
    },
  ],
});
