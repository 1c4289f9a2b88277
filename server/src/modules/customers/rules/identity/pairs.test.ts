import { describe, expect, test } from 'vitest';
import { judgePair } from './judge-pair.ts';
import { keysOf, type Party } from './party.ts';

type Side = string | Party;
const party = (side: Side): Party => (typeof side === 'string' ? { companyName: side } : side);

/** Our own companies: grade, one side, other side, and the kinds of reason given. */
type Pair = readonly [grade: string, one: Side, other: Side, reasons: string];

const switchboard = '+861062345678';
const mobile = '+8613812345678';
const code = '91110108MA01ABCD1E';
const otherCode = '91310115MA1K4XYY0W';

const pairs: readonly Pair[] = [
  // The same name, written otherwise.
  ['same', '北京安禾信息科技有限公司', '北京安禾信息科技有限责任公司', 'company'],
  ['same', '北京安禾信息科技有限公司', '北京市安禾信息科技有限公司', 'company'],
  ['same', '安禾信息科技（北京）有限公司', '安禾信息科技(北京)有限公司', 'company'],
  ['same', '安禾信息科技（北京）有限公司', '北京安禾信息科技有限公司', 'company'],
  ['same', 'ＡＮＨＥ信息科技有限公司', 'anhe信息科技有限公司', 'company'],
  ['same', ' 北京 安禾信息科技 有限公司', '北京安禾信息科技有限公司', 'company'],
  ['same', '广东省深圳市澜石精密模具有限公司', '深圳澜石精密模具有限公司', 'company'],
  ['same', '澜石集团有限公司', '澜石集团', 'company'],
  ['same', '澜石（集团）有限公司', '澜石集团公司', 'company'],
  ['same', '第二建筑工程有限公司', '第2建筑工程有限公司', 'company'],
  ['same', 'Lanshi Precision Co., Ltd.', 'LANSHI PRECISION LIMITED', 'company'],
  ['same', '北京安禾信息科技有限公司上海分公司', '北京安禾信息科技有限公司上海市分公司', 'company'],
  // 曾用名.
  [
    'same',
    { companyName: '苏州澄湖智能装备有限公司', formerNames: ['苏州澄湖机械厂'] },
    '苏州澄湖机械厂',
    'former_name',
  ],
  [
    'same',
    { companyName: '澄湖智能装备股份有限公司', formerNames: ['苏州澄湖机械厂', '澄湖机械有限公司'] },
    { companyName: '澄湖控股有限公司', formerNames: ['苏州市澄湖机械厂'] },
    'former_name',
  ],
  // Registration.
  [
    'same',
    { companyName: '新名科技有限公司', creditCode: code },
    { companyName: '旧名贸易有限公司', creditCode: code },
    'credit_code',
  ],
  [
    'same',
    { companyName: '甲乙公司', externalId: 'A-1' },
    { companyName: '甲乙二公司', externalId: 'A-1' },
    'external_id',
  ],
  [
    'possible',
    { companyName: '安禾信息科技有限公司', creditCode: code },
    { companyName: '安禾信息科技有限公司', creditCode: otherCode },
    'company codes_differ',
  ],
  // 全称 and 简称.
  ['likely', '华禾', '华禾技术有限公司', 'short_name'],
  ['likely', '澜石', '深圳市澜石精密模具有限公司', 'short_name'],
  ['likely', '安禾', '安禾集团有限公司', 'short_name'],
  ['likely', { companyName: '中原石油化工集团有限公司', shortName: '中原石化' }, '中原石化', 'short_name'],
  ['likely', '北京安禾', '安禾信息科技有限公司', 'short_name'],
  ['likely', '安禾', '安禾数据', 'short_name'],
  ['none', '北京安禾', '上海安禾信息科技有限公司', ''],
  ['none', '安禾', '安禾禾科技有限公司', ''],
  // One core, another legal form or no place.
  ['likely', '华信科技有限公司', '华信科技股份有限公司', 'core_form'],
  ['likely', '华信科技有限公司', '苏州华信科技有限公司', 'core_region'],
  ['likely', '澜石（中国）有限公司', '澜石有限公司', 'core_region'],
  ['possible', '华信科技有限公司', '苏州华信科技股份有限公司', 'core'],
  ['none', '上海华信科技有限公司', '苏州华信科技有限公司', ''],
  // 集团 and 子公司: related, not one.
  ['related', '澜石集团有限公司', '澜石集团电器有限公司', 'group'],
  ['related', '澜石集团', '澜石模具有限公司', 'group'],
  ['related', '澜石集团有限公司', '澜石有限公司', 'group'],
  ['related', '青岛海禾集团股份有限公司', '青岛海禾电器有限公司', 'group'],
  ['none', '青岛海禾集团', '武汉海禾电器有限公司', ''],
  ['none', '澜石软件技术有限公司', '澜石技术有限公司', ''],
  // 总公司 and 分公司: related, not one.
  ['related', '安禾信息科技有限公司', '安禾信息科技有限公司上海分公司', 'branch_of'],
  ['related', '安禾信息科技有限公司上海办事处', '安禾信息科技有限公司', 'head_office_of'],
  ['related', '安禾信息科技有限公司上海分公司', '安禾信息科技有限公司北京分公司', 'branches'],
  ['related', '安禾信息科技有限公司第一分公司', '安禾信息科技有限公司第二分公司', 'branches'],
  ['related', '中禾银行股份有限公司', '中禾银行股份有限公司深圳分行', 'branch_of'],
  // Near misses; numerals, directions and short 字号 must agree.
  ['possible', '安亿致用科技有限公司', '安忆致用科技有限公司', 'near_name'],
  ['possible', '北京安亿致用科技有限公司', '安亿致用科枝有限公司', 'near_name'],
  ['possible', '苏州澄湖智能装备有限公司', '苏州澄湖智能装有限公司', 'near_name'],
  ['possible', '苏州澄湖智能装备有限公司', '苏州澄湖智装能备有限公司', 'near_name'],
  ['possible', '东方红云计算有限公司', '东方虹云计算有限公司', 'near_name'],
  [
    'likely',
    { companyName: '安亿致用科技有限公司', phones: [mobile] },
    { companyName: '安忆致用科技有限公司', phones: [mobile] },
    'near_name mobile',
  ],
  [
    'likely',
    { companyName: '安亿致用科技有限公司', phones: [switchboard] },
    { companyName: '安忆致用科技有限公司', phones: [switchboard] },
    'near_name landline',
  ],
  ['none', '华星科技有限公司', '华兴科技有限公司', ''],
  ['none', '华信精密机械有限公司', '华鑫精密机械有限公司', ''],
  ['none', '东方电缆集成系统有限公司', '西方电缆集成系统有限公司', ''],
  ['none', '沈阳第一机床厂有限公司', '沈阳第三机床厂有限公司', ''],
  ['none', '八三一工程机械有限公司', '八三二工程机械有限公司', ''],
  ['none', '城东医疗器械有限公司', '城西医疗器械有限公司', ''],
  ['none', '澄湖2号仓储物流有限公司', '澄湖3号仓储物流有限公司', ''],
  ['none', '上海安亿致用科技有限公司', '北京安忆致用科技有限公司', ''],
  // Numbers and addresses.
  [
    'none',
    { companyName: '澜石模具有限公司', phones: [switchboard] },
    { companyName: '安禾科技有限公司', phones: [switchboard] },
    '',
  ],
  ['possible', { phones: [switchboard] }, { companyName: '安禾科技有限公司', phones: [switchboard] }, 'landline'],
  [
    'possible',
    { typedLandlines: ['62345678转801'] },
    { companyName: '安禾科技有限公司', phones: [switchboard] },
    'landline_local',
  ],
  ['none', { phones: ['+862162345678'] }, { phones: [switchboard] }, ''],
  ['likely', { phones: [mobile] }, { companyName: '安禾科技有限公司', phones: [mobile] }, 'mobile'],
  [
    'possible',
    { companyName: '澜石模具有限公司', phones: [mobile] },
    { companyName: '安禾科技有限公司', phones: [mobile] },
    'mobile companies_differ',
  ],
  ['likely', { emails: ['wang@qq.com'] }, { companyName: '安禾科技有限公司', emails: ['wang@qq.com'] }, 'email'],
  [
    'none',
    { companyName: '澜石模具有限公司', emails: ['li@qq.com'] },
    { companyName: '安禾科技有限公司', emails: ['wang@qq.com'] },
    '',
  ],
  [
    'possible',
    { companyName: '安禾数据', emails: ['li@anhe.com.cn'] },
    { companyName: '雅泰贸易', website: 'https://www.anhe.com.cn/about' },
    'domain companies_differ',
  ],
  ['possible', { emails: ['li@mail.anhe.cn'] }, { companyName: '安禾科技', website: 'anhe.cn' }, 'domain'],
  ['likely', { wechat: 'Wang_88' }, { wechat: 'wang_88 ' }, 'wechat'],
  [
    'same',
    { companyName: '安禾科技有限公司', phones: [mobile] },
    { companyName: '安禾科技', phones: [mobile] },
    'company mobile',
  ],
  // Names of nobody pair with nothing.
  ['none', '暂无', '暂无', ''],
  ['none', '有限公司', '集团', ''],
  ['none', {}, {}, ''],
];

describe('two who may be one', () => {
  test.each(pairs)('%s: %o and %o (%s)', (grade, one, other, reasons) => {
    const said = judgePair(keysOf(party(one)), keysOf(party(other)));
    expect([said.grade, said.reasons.map(({ key }) => key.replace('match.', '')).join(' ')]).toEqual([grade, reasons]);
  });

  test('the table has at least sixty pairs', () => {
    expect(pairs.length).toBeGreaterThanOrEqual(60);
  });
});
