/** Which provinces a team works in, as the assignment rules have it. What no rule names stays with the administrator. */
export interface Territory {
  readonly rule: string;
  readonly department: string;
  readonly provinces: readonly string[];
}

const split = (words: string): readonly string[] => words.split(' ');

export const territories: readonly Territory[] = [
  { rule: '苏沪皖 → 华东一组', department: '华东一组', provinces: split('江苏 上海 安徽') },
  { rule: '浙闽赣鲁 → 华东二组', department: '华东二组', provinces: split('浙江 福建 江西 山东') },
  { rule: '广东 → 华南一组', department: '华南一组', provinces: split('广东') },
  {
    rule: '广西海南及西南 → 华南二组',
    department: '华南二组',
    provinces: split('广西 海南 四川 重庆 贵州 云南 西藏'),
  },
  { rule: '京津冀晋蒙 → 华北一组', department: '华北一组', provinces: split('北京 天津 河北 山西 内蒙古') },
  {
    rule: '华中、东北、西北 → 华北二组',
    department: '华北二组',
    provinces: split('河南 湖北 湖南 辽宁 吉林 黑龙江 陕西 甘肃 青海 宁夏 新疆'),
  },
];
