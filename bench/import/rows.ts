const industries = ['制造业', '信息技术', '教育', '医药', '能源'];
const cities = ['上海', '深圳', '青岛', '成都', '苏州', '武汉'];
const sources = ['官网', '展会', '老客户推荐', '市场活动', '百度'];

/** Headings of the sheet that is imported. */
export const headings = [
  '客户名称',
  '联系人',
  '职务',
  '手机号',
  '邮箱',
  '来源',
  '行业',
  '城市',
  '需求描述',
  '活动',
  '外部编号',
];

const pick = (list: readonly string[], i: number): string => list[i % list.length] ?? '';

/** The row of a lead that no other row repeats. */
export function rowAt(i: number, campaign: string): string[] {
  return [
    `${pick(cities, i)}第${i}号精密机械有限公司`,
    `联系人${i % 900}`,
    '采购经理',
    `1${3 + (i % 7)}${String(i).padStart(9, '0')}`,
    `p${i}@example.test`,
    pick(sources, i),
    pick(industries, i),
    pick(cities, i),
    `采购第${i}批检测设备，预算已批，三个月内交付`,
    campaign,
    `B${i}`,
  ];
}
