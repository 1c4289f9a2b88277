import type { Told } from './moves.ts';

/** Whoever such a lead belongs to. */
export type Who = 'zhou' | 'xu' | 'lu';

/** A lead of the last two weeks and how far somebody has got with it. */
export interface Fresh {
  readonly company: string;
  readonly person: string | null;
  readonly title?: string;
  readonly source: string;
  readonly industry?: string;
  readonly province: string;
  readonly need?: string;
  /** In 万元. */
  readonly budget?: number;
  readonly at: string;
  readonly who: Who;
  readonly told?: readonly (Told & { readonly at: string })[];
  readonly attempt?: { readonly at: string; readonly nextStepOn: string };
  readonly pause?: { readonly at: string; readonly until: string; readonly reason: string };
}

/** The leads of the last two weeks, as 周予安, 徐 and 陆 have worked on them. */
export const fresh: readonly Fresh[] = [
  {
    company: '绍兴越川纺机有限公司',
    person: '郑总',
    title: '总经理',
    source: '转介绍',
    industry: '纺织机械制造',
    province: '浙江',
    need: '络筒机在线检测4台，总经理已批预算70万，四月上线',
    budget: 70,
    at: '2026-03-17 09:20',
    who: 'zhou',
    attempt: { at: '2026-03-17 16:05', nextStepOn: '2026-03-18' },
  },
  {
    company: '徐州沛锻重工有限公司',
    person: '彭海',
    title: '设备部长',
    source: '官网注册',
    industry: '机械制造',
    province: '江苏',
    need: '锻造线测温改造，预算50万，对比两家方案',
    budget: 50,
    at: '2026-03-09 10:15',
    who: 'zhou',
    told: [
      {
        at: '2026-03-10 09:40',
        content: '确认 3 条锻造线、测温点 12 个，现有设备 2015 年上线',
        feedback: '要求带报警联动，不停产安装',
        nextStep: '提交测温方案',
        nextStepOn: '2026-03-13',
        toState: 'need_confirmed',
      },
      {
        at: '2026-03-13 17:00',
        method: 'wechat',
        content: '提交测温方案和报价，共 48 万，含两年质保',
        feedback: '方案收到，要和设备部一起看两天',
        nextStep: '回访方案意见',
        nextStepOn: '2026-03-20',
        toState: 'proposal_submitted',
      },
    ],
  },
  {
    company: '湖州苕溪线缆有限公司',
    person: '沈女士',
    source: '官网注册',
    industry: '电线电缆制造',
    province: '浙江',
    at: '2026-03-18 09:40',
    who: 'zhou',
  },
  {
    company: '台州椒岚阀门有限公司',
    person: '卢工',
    title: '工艺主管',
    source: '展会咨询',
    industry: '机械制造',
    province: '浙江',
    need: '采购阀门试压台2台，预算45万，五一前装好',
    budget: 45,
    at: '2026-03-18 09:30',
    who: 'zhou',
  },
  {
    company: '芜湖弋川汽车部件有限公司',
    person: '戴志远',
    title: '采购经理',
    source: '搜索引擎',
    industry: '汽车零部件',
    province: '安徽',
    need: '座椅骨架焊缝检测，需要方案和报价',
    budget: 80,
    at: '2026-03-17 14:10',
    who: 'zhou',
  },
  {
    company: '盐城滩北风电叶片有限公司',
    person: '仇经理',
    title: '质量经理',
    source: '转介绍',
    industry: '新能源设备制造',
    province: '江苏',
    need: '叶片表面检测，先了解案例和精度',
    at: '2026-03-16 10:30',
    who: 'zhou',
    told: [
      {
        at: '2026-03-17 10:20',
        content: '叶片最长 92 米，想先检测前缘腐蚀，预算明年批',
        feedback: '要求先看两家同行案例',
        nextStep: '发送两家同行案例',
        nextStepOn: '2026-03-19',
        toState: 'contacted',
      },
    ],
  },
  {
    company: '金华婺工五金有限公司',
    person: '虞小姐',
    title: '采购',
    source: '在线客服',
    industry: '五金制品',
    province: '浙江',
    need: '五金件分拣，询价',
    at: '2026-03-16 15:45',
    who: 'zhou',
    told: [
      {
        at: '2026-03-17 09:50',
        content: '每天 4 万件，6 种规格，人工分拣 8 人',
        feedback: '预算 20 万以内，太贵就不做',
        nextStep: '发送半自动方案报价',
        nextStepOn: '2026-03-18',
        toState: 'contacted',
      },
    ],
  },
  {
    company: '蚌埠淮玻光学有限公司',
    person: '宋主任',
    title: '技术主任',
    source: '市场活动',
    industry: '光学制造',
    province: '安徽',
    need: '镜片缺陷检测设备2套，年底前上线',
    budget: 60,
    at: '2026-03-12 09:15',
    who: 'zhou',
    told: [
      {
        at: '2026-03-12 16:40',
        content: '两套检测设备，缺陷 15 类，样片已寄出',
        feedback: '精度要求 0.05 毫米，先做样片测试',
        nextStep: '完成样片测试并发送结果',
        nextStepOn: '2026-03-20',
        toState: 'need_confirmed',
      },
    ],
  },
  {
    company: '湖州安吉竹韵家居有限公司',
    person: '章厂长',
    title: '厂长',
    source: '转介绍',
    industry: '家居制造',
    province: '浙江',
    need: '板材尺寸检测1套，预算25万',
    budget: 25,
    at: '2026-03-06 10:00',
    who: 'zhou',
    told: [
      {
        at: '2026-03-09 09:30',
        content: '板材 6 种规格，想装在裁切后',
        feedback: '四月底开预算会再定',
        nextStep: '预算会后电话确认',
        nextStepOn: '2026-03-25',
        toState: 'contacted',
      },
    ],
    pause: { at: '2026-03-09 09:40', until: '2026-04-02', reason: '客户四月底开预算会' },
  },
  {
    company: '铜陵江铜箔材有限公司',
    person: '方工',
    title: '设备工程师',
    source: '展会咨询',
    industry: '有色金属制造',
    province: '安徽',
    need: '铜箔表面检测，等新线投产',
    budget: 120,
    at: '2026-03-04 14:00',
    who: 'zhou',
    told: [
      {
        at: '2026-03-05 10:10',
        content: '新线 6 月投产，检测工位已留 3 米',
        feedback: '投产前不签设备合同',
        nextStep: '投产节点再拜访',
        nextStepOn: '2026-03-27',
        toState: 'need_confirmed',
      },
    ],
    pause: { at: '2026-03-05 10:20', until: '2026-03-27', reason: '等新线投产时间确定' },
  },
  {
    company: '连云港海澜碳纤维有限公司',
    person: '陶经理',
    title: '项目经理',
    source: '合作伙伴',
    industry: '新材料制造',
    province: '江苏',
    need: '碳纤维丝束在线检测，预算90万，二季度招标',
    budget: 90,
    at: '2026-03-11 11:20',
    who: 'xu',
  },
  {
    company: '丽水瓯越刃具有限公司',
    person: '季师傅',
    title: '车间主任',
    source: '来电咨询',
    industry: '工具制造',
    province: '浙江',
    need: '刃具尺寸检测台3台，月底前要报价',
    budget: 36,
    at: '2026-03-12 10:40',
    who: 'lu',
  },
  {
    company: '马鞍山采石轧辊有限公司',
    person: '晋总工',
    title: '总工程师',
    source: '老客户',
    industry: '机械制造',
    province: '安徽',
    need: '轧辊激光熔覆1台，预算140万',
    budget: 140,
    at: '2026-03-16 09:10',
    who: 'lu',
    told: [
      {
        at: '2026-03-16 15:30',
        content: '轧辊直径 800 到 1200，年修复 300 支',
        feedback: '要求先做两支试件',
        nextStep: '安排两支试件',
        nextStepOn: '2026-03-20',
        toState: 'need_confirmed',
      },
    ],
  },
];
