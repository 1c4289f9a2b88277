import type { Call, Colleague } from '../company/colleague.ts';
import { dayAfter, type Move, passStage, tell } from './moves.ts';
import type { People } from './people.ts';

const names =
  '屹川 启岑 远禾 澜舟 恒岳 栖远 砚北 朔方 云岭 拓野 景行 知远 汀洲 岱东 沐阳 砥石 临溪 观海 青梧 锦程'.split(' ');
const trades = [
  ['精密机械', '机械制造', '采购伺服压机{n}台，替换老线'],
  ['汽车部件', '汽车零部件', '压铸件外观检测，节拍45秒，预算已批'],
  ['电器', '电子电器', '断路器装配线改造，求方案'],
  ['轴承', '机械制造', '轴承分拣，了解案例和价格'],
  ['泵业', '机械制造', '泵体试压台{n}台，月底前要报价'],
  ['食品', '食品', '包装输送线，打算明年改造'],
  ['电子', '电子电器', 'AOI复检工位{n}个，对比两家'],
] as const;
const places = [
  ['苏州', '江苏'],
  ['无锡', '江苏'],
  ['常州', '江苏'],
  ['宁波', '浙江'],
  ['嘉兴', '浙江'],
  ['合肥', '安徽'],
] as const;
const families = '赵钱孙李吴郑王冯陈褚卫蒋沈韩杨朱秦许何吕施张孔曹严华金魏陶姜'.split('');

/** A list marketing got together: when it came in, where from, how many names, and how well it turns into deals. */
interface Harvest {
  readonly on: string;
  readonly file: string;
  readonly source: string;
  readonly count: number;
  /** One in so many becomes a deal. */
  readonly oneIn: number;
  readonly campaign: string;
}

const harvests: readonly Harvest[] = [
  { on: '2025-09-24', file: '工博会名片.csv', source: '展会咨询', count: 34, oneIn: 5, campaign: '2025 工博会' },
  { on: '2025-10-15', file: '老客户转介绍.csv', source: '转介绍', count: 28, oneIn: 2, campaign: '老客户回访' },
  { on: '2025-11-12', file: '官网留资 11 月.csv', source: '官网注册', count: 24, oneIn: 6, campaign: '视觉检测白皮书' },
  { on: '2025-12-10', file: '伙伴推荐名单.csv', source: '合作伙伴', count: 14, oneIn: 3, campaign: '集成商大会' },

  { on: '2026-02-25', file: '机床展名片.csv', source: '展会咨询', count: 20, oneIn: 20, campaign: '2026 机床展' },
];

/** One of a list, in a fixed order that looks like none. */
function oneOf<T>(list: readonly T[], at: number): T {
  return list[((at * 7919) % 104_729) % list.length] as T;
}

function csvOf(harvest: Harvest, first: number): string {
  const rows = Array.from({ length: harvest.count }, (_, place) => {
    const at = first + place;
    const [trade, industry, need] = oneOf(trades, at);
    const [city, province] = oneOf(places, at * 3 + 1);
    const company = `${city}${names[at % names.length]}${trade}有限公司`;
    const person = `${oneOf(families, at)}${['经理', '主任', '工', '女士', '总'][at % 5]}`;
    const phone = `13${(at * 37) % 10}${String(70_000_000 + at * 48_271).slice(0, 8)}`;
    const wanted = need.replace('{n}', String(2 + (at % 7)));
    const budget = at % 3 === 0 ? '' : String(20 + ((at * 13) % 180));
    return [company, person, '采购经理', phone, harvest.source, industry, province, wanted, budget, harvest.campaign];
  });
  const header = '公司名称,联系人,职务,联系电话,线索来源,所属行业,省份,需求描述,预算（万元）,市场活动';
  return [header, ...rows.map((row) => row.join(','))].join('\n');
}

async function takeIn(call: Call, harvest: Harvest, first: number): Promise<void> {
  const form = new FormData();
  const fields = {
    公司名称: 'companyName',
    联系人: 'contactName',
    职务: 'contactTitle',
    联系电话: 'phone',
    线索来源: 'source',
    所属行业: 'industry',
    省份: 'province',
    需求描述: 'need',
    '预算（万元）': 'budgetWan',
    市场活动: 'campaign',
  };
  form.set('mapping', JSON.stringify(fields));
  form.set('file', new Blob([csvOf(harvest, first)], { type: 'text/csv' }), harvest.file);
  await call('POST', '/leads/imports', form);
}

const said = [
  ['确认节拍和精度要求，预算初步 60 万以内', '希望先看同行案例'],
  ['介绍了两套方案，客户要求对比进口设备', '认为价格偏高，交期能接受'],
  ['了解到项目明年立项，今年只做技术交流', '需要工艺部先出参数'],
  ['确认由生产副总拍板，采购经理负责比价', '要求质保延长到两年'],
] as const;

interface Found {
  readonly id: string;
  readonly state: string;
  readonly title: string;
  readonly ownerName: string;
  readonly budgetMinor: number | null;
}

async function leadsOf(call: Call, harvest: Harvest): Promise<readonly Found[]> {
  const filter = JSON.stringify({ field: 'campaign', op: 'eq', value: harvest.campaign });
  const { items } = await call<{ items: Found[] }>(
    'GET',
    `/leads?limit=100&sort=createdAt&filter=${encodeURIComponent(filter)}`,
  );
  return items;
}

const ownerOf = (people: People, { ownerName }: Found): Colleague =>
  Object.values(people).find(({ name }) => name === ownerName) ?? people.lin;

/** The day after a list came in everybody on it is called; who is no buyer leaves the list. */
async function callAll(people: People, harvest: Harvest): Promise<void> {
  const later = dayAfter('2026-03-30', harvest.count % 9);
  for (const [place, lead] of (await leadsOf(people.lin.call, harvest)).entries()) {
    const { call } = ownerOf(people, lead);
    const [content, feedback] = oneOf(said, place);
    await tell(call, 'leads', lead.id, {
      content,
      feedback,
      nextStep: place % 2 ? '发送方案和报价单' : '上门看现场',
      nextStepOn: dayAfter(later, place % 8),
      toState: place % harvest.oneIn === 0 ? 'need_confirmed' : 'contacted',
    });
    if (place % harvest.oneIn !== 0 && place % 3 !== 1)
      await call('POST', `/leads/${lead.id}/invalidate`, {
        reason: place % 2 ? 'not_a_buyer' : 'customer_cancelled',
        note: '只做技术交流，没有采购计划',
      });
  }
}

/** Shortly before the pictures those still open are called once more. */
async function callAgain(people: People, harvest: Harvest): Promise<void> {
  const open = (await leadsOf(people.lin.call, harvest)).filter(
    ({ state }) => state !== 'invalid' && state !== 'qualified',
  );
  for (const [place, lead] of open.entries())
    await tell(ownerOf(people, lead).call, 'leads', lead.id, {
      content: '二季度预算下来了，确认要两家报价比较',
      feedback: '要求先发同行案例和交期',
      nextStep: place % 2 ? '发送同行案例' : '约技术交流',
      nextStepOn: dayAfter('2026-03-27', place % 14),
    });
}

/** A lead that was ripe becomes a deal and runs through its stages; some are lost on the way. */
async function sell(people: People, harvest: Harvest, nth: number, signedOn: string): Promise<void> {
  const lead = (await leadsOf(people.lin.call, harvest))[nth * harvest.oneIn];
  if (!lead) return;
  const { call } = ownerOf(people, lead);
  const amountMinor = lead.budgetMinor ?? 48_000_000;
  const made = await call<{ opportunity: { id: string; version: number } }>('POST', '/opportunities/from-lead', {
    leadId: lead.id,
    amountMinor,
    expectedCloseOn: dayAfter(signedOn, 10),
  });
  const { id, version } = made.opportunity;
  await call('PATCH', `/opportunities/${id}`, { version, needSummary: '替换老线，节拍与精度已确认，生产副总拍板' });
  await passStage(call, id);
  if (nth % 3 === 2) {
    const reason = nth % 2 ? '交期' : '价格';
    await call('POST', `/opportunities/${id}/close`, { outcome: 'lost', reason, competitor: '博川智能' });
    return;
  }
  await passStage(call, id);
  await passStage(call, id);
  await call('POST', `/opportunities/${id}/close`, {
    outcome: 'won',
    signedOn,
    contractNo: `HT-${signedOn.replaceAll('-', '')}`,
    amountMinor: Math.round(amountMinor * 0.96),
  });
}

/** Half a year before the pictures: lists come in, are called through, and turn into won and lost deals. */
export function halfYear(): readonly Move[] {
  const moves: Move[] = [];
  let first = 0;
  for (const harvest of harvests) {
    const start = first;
    first += harvest.count;
    moves.push({ at: `${harvest.on} 09:30`, act: ({ fang }) => takeIn(fang.call, harvest, start) });
    moves.push({ at: `${harvest.on} 15:20`, act: (people) => callAll(people, harvest) });
    moves.push({ at: `2026-03-12 10:${10 + (moves.length % 40)}`, act: (people) => callAgain(people, harvest) });
    const deals = harvest.oneIn >= harvest.count ? 0 : Math.floor(harvest.count / harvest.oneIn);
    for (let nth = 0; nth < deals; nth += 1) {
      const day = dayAfter(harvest.on, 21 + nth * 6);
      if (day < '2026-03-15') moves.push({ at: `${day} 11:05`, act: (people) => sell(people, harvest, nth, day) });
    }
  }
  return moves;
}
