import type { FollowUpMethod } from '@dealtrail/protocol/activities';

/** A text that ships, in one language. */
export interface ShippedTemplate {
  readonly key: string;
  readonly method: FollowUpMethod;
  readonly name: string;
  readonly content: string;
  readonly feedback: string | null;
  readonly nextStep: string | null;
}

const zh: readonly ShippedTemplate[] = [
  {
    key: 'phone_first',
    method: 'phone',
    name: '首次电话',
    content: '致电{公司}{称呼}，需求是【具体需求】，数量【数量】，预算【预算】，计划【时间】采购。',
    feedback: '{称呼}表示【客户原话】。',
    nextStep: '给{称呼}发【资料或报价】',
  },
  {
    key: 'phone_quote',
    method: 'phone',
    name: '报价后回访',
    content: '就报价回访{称呼}，对【价格或配置】提出【异议或要求】，同时在比【竞品】。',
    feedback: '{称呼}要求【具体要求】，【时间】前答复。',
    nextStep: '发送【调整后的报价】',
  },
  {
    key: 'visit',
    method: 'visit',
    name: '上门拜访',
    content: '到{公司}拜访{称呼}等【人数】人，看了【现场或产线】，现状是【现状】，要解决【问题】。',
    feedback: '{称呼}认可【哪一点】，担心【顾虑】，由【决策人】拍板。',
    nextStep: '提交【方案或样品】',
  },
  {
    key: 'email',
    method: 'email',
    name: '邮件往来',
    content: '给{称呼}发了【资料】，对方回信问【问题】，要求【参数或条款】。',
    feedback: '{称呼}回复【回信要点】。',
    nextStep: '邮件答复【问题】',
  },
  {
    key: 'wechat',
    method: 'wechat',
    name: '微信沟通',
    content: '微信上和{称呼}确认了【事项】，对方要【资料或数字】，时间是【时间】。',
    feedback: '{称呼}说【客户原话】。',
    nextStep: '发送【资料】',
  },
  {
    key: 'meeting',
    method: 'meeting',
    name: '线上会议',
    content: '和{公司}【参会人】开会，演示了【内容】，对方关注【指标】，会上定下【结论】。',
    feedback: '{称呼}认为【评价】，还要【要求】。',
    nextStep: '发会议纪要并提交【材料】',
  },
  {
    key: 'exhibition',
    method: 'exhibition',
    name: '展会交谈',
    content: '在【展会】展位和{公司}{称呼}交谈，看了【样机】，用于【场景】，预计【数量和时间】。',
    feedback: '{称呼}对【哪一点】感兴趣，要求【资料或测试】。',
    nextStep: '寄【资料或样品】并约【演示】',
  },
];

const en: readonly ShippedTemplate[] = [
  {
    key: 'phone_first',
    method: 'phone',
    name: 'First call',
    content:
      'Called {name} of {company}. They need 【what】, quantity 【quantity】, budget 【budget】, to be bought by 【date】.',
    feedback: '{name} said 【their words】.',
    nextStep: 'Send {name} the 【document or quotation】',
  },
  {
    key: 'phone_quote',
    method: 'phone',
    name: 'After a quotation',
    content:
      'Called {name} about the quotation. On 【price or configuration】 they object 【objection】; compared with 【competitor】.',
    feedback: '{name} asks for 【demand】 and answers by 【date】.',
    nextStep: 'Send 【revised quotation】',
  },
  {
    key: 'visit',
    method: 'visit',
    name: 'Visit',
    content:
      'Visited {name} and 【number】 others at {company}. Saw 【plant or line】; today 【situation】; to be solved: 【problem】.',
    feedback: '{name} likes 【point】, worries about 【concern】; 【decider】 decides.',
    nextStep: 'Submit 【proposal or sample】',
  },
  {
    key: 'email',
    method: 'email',
    name: 'E-mail',
    content: 'Sent {name} the 【document】. The answer asks 【question】 and wants 【specification or terms】.',
    feedback: '{name} wrote 【point of the answer】.',
    nextStep: 'Answer 【question】 by e-mail',
  },
  {
    key: 'wechat',
    method: 'wechat',
    name: 'WeChat',
    content: 'Settled 【matter】 with {name} on WeChat; they want 【document or figure】 by 【date】.',
    feedback: '{name} said 【their words】.',
    nextStep: 'Send 【document】',
  },
  {
    key: 'meeting',
    method: 'meeting',
    name: 'Online meeting',
    content: 'Met 【who】 of {company} online and showed 【content】. They look at 【figure】; agreed: 【decision】.',
    feedback: '{name} finds 【opinion】 and still wants 【demand】.',
    nextStep: 'Send the minutes and submit 【material】',
  },
  {
    key: 'exhibition',
    method: 'exhibition',
    name: 'Exhibition',
    content: 'Talked to {name} of {company} at 【fair】. Saw 【demo unit】, for 【use】, about 【quantity and date】.',
    feedback: '{name} is interested in 【point】 and asks for 【document or test】.',
    nextStep: 'Send 【document or sample】 and arrange 【demo】',
  },
];

/** The texts that ship, by language; an organisation replaces or hides each. */
export const shippedTemplates = { zh, en } as const;
