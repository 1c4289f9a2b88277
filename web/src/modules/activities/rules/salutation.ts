/** Family names of two letters; every other one has one. */
const compound = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|宇文|长孙|端木|南宫|独孤|百里)/;

/** What follows the family name, by the word the title holds; the first that fits. */
const calls: readonly (readonly [RegExp, string])[] = [
  [/副?总(?:经理|裁|监|工程师)?$|[董]事长|^[cC][A-Za-z]O$|老板/, '总'],
  [/院长$/, '院长'],
  [/(?:厂长)$/, '厂长'],
  [/(?:部长)$/, '部长'],
  [/(?:处长)$/, '处长'],
  [/(?:科长)$/, '科长'],
  [/(?:所长)$/, '所长'],
  [/(?:主任|主管)$/, '主任'],
  [/教授$/, '教授'],
  [/(?:老师|教师|讲师)$/, '老师'],
  [/医(?:生|师)$/, '医生'],
  [/经理$/, '经理'],
  [/工(?:程师)?$/, '工'],
];

/** How people speak to a contact (称呼): 王建国, 采购总监 → 王总; without a title that gives one, the name as it is. */
export function salutation(name: string | null | undefined, title: string | null | undefined): string | undefined {
  const called = name?.trim();
  if (!called) return undefined;
  if (!/^\p{Script=Han}{2,4}$/u.test(called) || /[总工]$/.test(called)) return called;
  const family = compound.exec(called)?.[0] ?? called.slice(0, 1);
  const call = calls.find(([says]) => says.test(title?.trim() ?? ''))?.[1];
  return call ? `${family}${call}` : called;
}
