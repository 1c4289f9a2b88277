import type { Chance } from '../play/chance.ts';

/** Where a conversation stands on its way from the first call to the contract. */
export type TalkOf = 'first' | 'need' | 'proposal' | 'price' | 'contract' | 'cold';

interface Patterns {
  readonly content: readonly string[];
  readonly feedback: readonly string[];
  readonly nextStep: readonly string[];
}

const talks: Readonly<Record<TalkOf, Patterns>> = {
  first: {
    content: [
      '电话核实{good}用量{n}{unit}，安装在{site}，介质温度{t}℃',
      '确认是{site}的需求，现用品牌已用{y}年，备件难买',
      '加微信并发送{good}样本，对方负责{site}选型',
      '问清{site}工况：管径DN{dn}，压力{mpa}MPa，要求防爆',
      '客户在做{site}的年度检修清单，{good}列了{n}{unit}',
      '对方由设备部牵头，{site}共{n}个测点，要求4-20mA输出',
    ],
    feedback: [
      '先看样本和价格区间，再定是否约技术人员',
      '要求三天内给参数表和两家同行案例',
      '预算约{b}万，等设备部汇总后走采购',
      '担心安装要停产，要求说明不停车方案',
      '对比过两家，嫌上一家售后响应慢',
      '希望本月内有人到现场看一次',
    ],
    nextStep: [
      '发送{good}参数表和同行案例',
      '上门勘查{site}',
      '安排售前线上演示',
      '寄送样本并电话确认工况',
      '邀请客户参观样板现场',
    ],
  },
  need: {
    content: [
      '现场勘查{site}，测点{n}个，直管段不足，需要加整流器',
      '和工艺、设备两部门开会，确认精度等级和防护等级IP67',
      '核对{site}图纸，{good}由{n}{unit}增加到{m}{unit}',
      '确认决策链：设备部选型，采购部比价，生产副总签字',
      '带售前到{site}，拍照记录了安装位置和电缆走向',
      '梳理接口要求：Modbus通讯，接入现有DCS，预留备用点{n}个',
    ],
    feedback: [
      '技术方向定了，要求下周提交方案和报价',
      '预算{b}万以内，超出要重新审批',
      '要求交期不超过{w}周，赶在检修前到货',
      '认可防爆方案，要补充两份资质证书',
      '想先试用一台，合格再下单',
      '采购提出必须三家比价，技术分占六成',
    ],
    nextStep: ['提交技术方案初稿', '安排样机试用', '提供资质证书和业绩表', '约设备部技术交流', '完成选型计算书并发送'],
  },
  proposal: {
    content: [
      '提交方案和报价共{b}万，含安装指导和两年质保',
      '向设备部讲解方案，逐条答复技术协议{n}条',
      '按客户意见修改方案第{v}版，取消备用表头，总价降到{b}万',
      '样机试用{d}天，误差在0.5%以内，出具了试用报告',
      '方案评审会上客户提出{n}个问题，当场答复了大部分',
    ],
    feedback: [
      '方案通过技术评审，转采购部谈价',
      '价格比另一家高一成，要求再核价',
      '要求把质保延到三年，交期提前一周',
      '认可精度，要求增加现场培训{d}天',
      '生产副总要看同规模业绩，补充后上会',
    ],
    nextStep: [
      '提交修改后的方案和报价',
      '答复技术协议的遗留问题',
      '约采购部商务面谈',
      '补充同规模业绩并发送',
      '邀请生产副总参观样板现场',
    ],
  },
  price: {
    content: [
      '和采购部第{v}轮谈价，讨论付款方式三三三一',
      '商务面谈：客户要求降价{p}%，我方提出减少备件包',
      '核对合同清单{n}项，交期定为{w}周',
      '客户比价结束，我方总分第一，谈质保和违约条款',
      '确认预付款三成，发货前付六成，质保金一成',
    ],
    feedback: [
      '价格再让两个点就签，账期不变',
      '接受{b}万总价，要求免费调试',
      '违约金比例有分歧，法务在看',
      '采购总监口头同意，等公司用印',
      '要求分两批交货，首批{w}周内到',
    ],
    nextStep: [
      '提交最终报价单',
      '发送合同文本给客户法务',
      '申请两个点折扣并答复',
      '确认分批交货计划',
      '约采购总监当面定价',
    ],
  },
  contract: {
    content: [
      '合同文本第{v}稿发出，双方法务对违约条款做了修改',
      '客户法务意见{n}条，已逐条答复',
      '合同走到客户用印环节，原件寄出两份',
      '核对开票信息和收货地址，准备首付款通知',
    ],
    feedback: [
      '条款无异议，本周安排用印',
      '要求把交货地点改到{site}仓库',
      '预付款走审批，财务确认{d}天内付',
      '技术协议作为附件，盖骑缝章',
    ],
    nextStep: ['跟催合同用印并取回原件', '提交合同盖章版', '发送首付款通知和开票资料', '确认用印时间并上门取合同'],
  },
  cold: {
    content: [
      '回访{good}需求，{site}改造推迟，今年没有安排采购',
      '电话确认：设备部人员变动，选型工作暂停',
      '客户只要资料存档，{site}还没有立项',
      '对方在等集团统一招标，自己没有采购权限',
      '沟通后确认需求量只有{n}{unit}，由当地经销商供货',
    ],
    feedback: [
      '今年没有预算，明年检修前再要报价',
      '资料收到，等立项后主动找我们',
      '价格超出预期，嫌贵，先用旧设备',
      '集团统一招标，时间没有定',
      '先维修旧表，半年后再看采购',
    ],
    nextStep: ['发送新版样本存档', '检修前再发送报价', '提供经销商联系方式', '发送集团招标入围资料'],
  },
};

/** What is written down of an effective contact. */
export interface Said {
  readonly content: string;
  readonly feedback: string;
  readonly nextStep: string;
}

/** What a record is about: its goods and where they go. */
export interface Topic {
  readonly good: string;
  readonly unit: string;
  readonly site: string;
  /** In 万元. */
  readonly budget: number;
}

function filled(pattern: string, topic: Topic, chance: Chance): string {
  const n = chance.int(2, 24);
  const numbers: Record<string, number> = {
    n,
    m: n + chance.int(1, 6),
    t: chance.int(4, 28) * 10,
    y: chance.int(5, 14),
    dn: chance.oneOf([25, 50, 80, 100, 150, 200, 300, 400]),
    b: topic.budget,
    w: chance.int(3, 10),
    v: chance.int(2, 4),
    d: chance.int(3, 14),
    p: chance.int(3, 9),
  };
  return pattern
    .replaceAll('{good}', topic.good)
    .replaceAll('{unit}', topic.unit)
    .replaceAll('{site}', topic.site)
    .replaceAll('{mpa}', String(chance.oneOf([0.6, 1, 1.6, 2.5, 4])))
    .replace(/\{(\w+)\}/g, (_, name: string) => String(numbers[name] ?? ''));
}

/** Puts a conversation into words; told enough for the rule against vague records. */
export function sayOf(chance: Chance, of: TalkOf, topic: Topic): Said {
  const { content, feedback, nextStep } = talks[of];
  return {
    content: filled(chance.oneOf(content), topic, chance),
    feedback: filled(chance.oneOf(feedback), topic, chance),
    nextStep: filled(chance.oneOf(nextStep), topic, chance),
  };
}
