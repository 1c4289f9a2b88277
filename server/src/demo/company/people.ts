import type { RoleKey } from '@dealtrail/protocol/organization';

/** Name of the imaginary supplier; its domain is one that can never exist (RFC 2606). */
export const DEMO_NAME = '砺川自控仪表（演示）';
export const DEMO_DOMAIN = 'lichuan.example';

/** A department by its name, with the name of the one above it. */
export interface PlannedDepartment {
  readonly name: string;
  readonly above?: string;
  /** Its supervisor's key among the people. */
  readonly led: string;
}

/** Somebody who works at the imaginary supplier. */
export interface PlannedPerson {
  readonly key: string;
  readonly name: string;
  readonly role: RoleKey;
  readonly department: string;
  /** How many leads of ten such a seller turns into deals, against a colleague's ten; sellers only. */
  readonly talent?: number;
}

export const plannedDepartments: readonly PlannedDepartment[] = [
  { name: '销售中心', led: 'cheng' },
  { name: '华东大区', above: '销售中心', led: 'lin' },
  { name: '华东一组', above: '华东大区', led: 'gu' },
  { name: '华东二组', above: '华东大区', led: 'shao' },
  { name: '华南大区', above: '销售中心', led: 'ou' },
  { name: '华南一组', above: '华南大区', led: 'liang' },
  { name: '华南二组', above: '华南大区', led: 'mo' },
  { name: '华北大区', above: '销售中心', led: 'hao' },
  { name: '华北一组', above: '华北大区', led: 'geng' },
  { name: '华北二组', above: '华北大区', led: 'xue' },
  { name: '市场部', led: 'fang' },
  { name: '售前技术部', led: 'zhan' },
  { name: '商务部', led: 'tan' },
  { name: '法务部', led: 'bei' },
  { name: '财务部', led: 'yuan' },
  { name: '交付部', led: 'lei' },
  { name: '客户成功部', led: 'ning' },
];

const seller = (key: string, name: string, department: string, talent: number): PlannedPerson => ({
  key,
  name,
  department,
  talent,
  role: 'representative',
});
const lead = (key: string, name: string, department: string): PlannedPerson => ({
  key,
  name,
  department,
  role: 'supervisor',
});

/** Thirty-nine people; the fortieth is whoever asked for the demo, as its administrator. */
export const plannedPeople: readonly PlannedPerson[] = [
  { key: 'cheng', name: '程砚秋', role: 'sales_manager', department: '销售中心' },
  lead('lin', '林向晚', '华东大区'),
  lead('gu', '顾予安', '华东一组'),
  seller('zhou', '周予川', '华东一组', 1.35),
  seller('xu', '许知夏', '华东一组', 1.05),
  seller('lu', '陆明舟', '华东一组', 0.8),
  lead('shao', '邵清和', '华东二组'),
  seller('jiang', '江亦航', '华东二组', 1.2),
  seller('tang', '唐若溪', '华东二组', 0.95),
  seller('ding', '丁书言', '华东二组', 0.7),
  seller('qiu', '裘可为', '华东二组', 0.9),
  lead('ou', '区朗然', '华南大区'),
  lead('liang', '梁嘉树', '华南一组'),
  seller('huang', '黄以沫', '华南一组', 1.3),
  seller('mai', '麦景行', '华南一组', 1),
  seller('guan', '关雨笙', '华南一组', 0.75),
  lead('mo', '莫听澜', '华南二组'),
  seller('wei', '韦长宁', '华南二组', 1.1),
  seller('nong', '农思远', '华南二组', 0.85),
  lead('hao', '郝立言', '华北大区'),
  lead('geng', '耿怀瑾', '华北一组'),
  seller('yan', '闫若谷', '华北一组', 1.15),
  seller('cui', '崔星野', '华北一组', 0.95),
  seller('bai', '白子衿', '华北一组', 0.7),
  lead('xue', '薛北辰', '华北二组'),
  seller('ma', '马克勤', '华北二组', 1),
  seller('ren', '任嘉禾', '华北二组', 0.85),
  { key: 'fang', name: '方敏之', role: 'marketing', department: '市场部' },
  { key: 'yu', name: '虞晚晴', role: 'marketing', department: '市场部' },
  { key: 'zhan', name: '詹工博', role: 'presales', department: '售前技术部' },
  { key: 'miao', name: '苗以宁', role: 'presales', department: '售前技术部' },
  { key: 'shi', name: '施承泽', role: 'presales', department: '售前技术部' },
  { key: 'tan', name: '谭静姝', role: 'commercial', department: '商务部' },
  { key: 'bei', name: '贝思齐', role: 'legal', department: '法务部' },
  { key: 'yuan', name: '袁若初', role: 'finance', department: '财务部' },
  { key: 'qian', name: '钱照微', role: 'finance', department: '财务部' },
  { key: 'lei', name: '雷启明', role: 'delivery', department: '交付部' },
  { key: 'he', name: '何守拙', role: 'delivery', department: '交付部' },
  { key: 'ning', name: '宁远舟', role: 'customer_success', department: '客户成功部' },
];

/** The one who leaves during the year, and who takes over what is open. */
export const LEAVER = 'qiu';
/** Who is away on the day of the demo. */
export const AWAY = 'bai';
/** Who takes the lists of marketing in. */
export const TAKES_IN = 'fang';
/** Who types in what comes by phone and through the website. */
export const TYPES_IN = 'yu';
