import type { Chance } from '../play/chance.ts';

/** Rivals that do not exist. */
const rivals = ['衡屿测控', '朗砺仪表', '沅拓自控', '岱川流量', '泓岑仪器'];

const lost = [
  '价格高于对手一成，客户低价中标',
  '交期不能满足检修时间，客户改选现货',
  '技术评分落后，缺少同规模业绩',
  '客户集团统一采购，入围名单里没有我们',
  '项目预算被砍，客户改为维修旧设备',
  '竞品免费试用半年，客户换供应商',
  '付款条件谈不拢，要求全额货到后付款',
];

/** Why a deal was lost, and to whom. */
export const lossOf = (chance: Chance): { reason: string; competitor: string } => ({
  reason: chance.oneOf(lost),
  competitor: chance.oneOf(rivals),
});

export const cancelNotes = [
  '客户来函：项目取消，今年不再采购',
  '客户邮件说明：厂区搬迁，改造终止',
  '客户电话说明：集团收回采购权，项目撤销',
];

export const invalidNotes = {
  wrong_information: ['公司电话无人认识此人', '号码是空号，公司名查不到'],
  customer_cancelled: ['客户明确不再采购', '改造计划取消，客户要求不再联系'],
  unreachable: ['三次在不同时间都打不通'],
  not_a_buyer: ['同行来打听价格', '学生写论文要资料', '培训机构群发询价', '只做维修，不采购新设备'],
} as const;

export const pauseReasons = [
  { reason: 'customer_away', note: '客户出国考察，回来再谈' },
  { reason: 'budget_pending', note: '客户等集团预算会结果' },
  { reason: 'project_postponed', note: '新厂房没有验收，设备暂不进场' },
  { reason: 'deciding_internally', note: '客户负责人休产假，接任者未定' },
];

export const handOverReasons = ['离职交接', '离职交接：按区域就近接手'];

export const returns = [
  { reason: 'not_my_field', note: '工况不在我熟悉的行业' },
  { reason: 'no_capacity', note: '手上项目太多，跟不过来' },
  { reason: 'no_need_now', note: '客户明年再做计划' },
  { reason: 'unreachable', note: '三次都没打通' },
] as const;

export const ownTasks = [
  '准备{company}的报价单',
  '和售前核对{company}的选型计算书',
  '给{company}寄样本',
  '约{company}采购部下周面谈',
  '整理{company}技术协议的答复',
];
