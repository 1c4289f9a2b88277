import type { Move } from './moves.ts';

interface Laid {
  readonly at: string;
  readonly companyName: string | null;
  readonly contactName: string;
  readonly source: string;
  readonly industry: string;
  readonly province: string;
  readonly need: string;
  /** In 万元. */
  readonly budget?: number;
}

/** What marketing laid into the pool in the days before the pictures. */
const laid: readonly Laid[] = [
  {
    at: '2026-03-12 15:20',
    companyName: '合肥庐阳泵阀有限公司',
    contactName: '费经理',
    source: '展会咨询',
    industry: '机械制造',
    province: '安徽',
    need: '阀体气密检测改造，下半年上线',
    budget: 45,
  },
  {
    at: '2026-03-13 11:05',
    companyName: '南京栖霞齿轮有限公司',
    contactName: '盛工',
    source: '官网注册',
    industry: '汽车零部件',
    province: '江苏',
    need: '采购齿轮啮合检测 2 台，五月底前要报价',
    budget: 88,
  },
  {
    at: '2026-03-16 09:30',
    companyName: null,
    contactName: '季先生',
    source: '官网注册',
    industry: '电子电器',
    province: '上海',
    need: '了解视觉检测的案例和价格',
  },
  {
    at: '2026-03-17 14:48',
    companyName: '宁波北仑压铸有限公司',
    contactName: '乐厂长',
    source: '展会咨询',
    industry: '汽车零部件',
    province: '浙江',
    need: '压铸件外观检测 1 条线，已立项，可直接打 13957412086',
    budget: 120,
  },
];

/** 方敏 lays what nobody has time for into the pool; 陆明舟 gives one back. */
export function pooled(): readonly Move[] {
  const moves = laid.map(({ at, budget, ...facts }, i): Move => {
    const budgetMinor = budget === undefined ? {} : { budgetMinor: budget * 1_000_000 };
    const phone = `1395741208${i}`;
    return { at, act: ({ fang }) => fang.call('POST', '/leads', { ...facts, ...budgetMinor, phone, assign: 'pool' }) };
  });
  const returned: Move = {
    at: '2026-03-17 16:10',
    act: async ({ lu }) => {
      const { id } = await lu.call<{ id: string }>('POST', '/leads', {
        companyName: '湖州吴兴纺机有限公司',
        contactName: '闵经理',
        phone: '13905721163',
        source: '转介绍',
        industry: '纺织机械',
        province: '浙江',
        need: '络筒机断纱检测 6 台，要看样机',
      });
      await lu.call('POST', `/leads/${id}/return`, { reason: 'no_capacity', note: '上半年项目排满' });
    },
  };
  return [...moves, returned];
}
