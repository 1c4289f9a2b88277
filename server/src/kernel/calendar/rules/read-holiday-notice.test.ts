import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chineseDays } from '../chinese-holidays.ts';
import { readNotice } from './read-holiday-notice.ts';

// As the General Office of the State Council published them.
const notices: Record<number, string> = {
  2024: `一、元旦：1月1日放假，与周末连休。
二、春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息。
三、清明节：4月4日至6日放假调休，共3天。4月7日（星期日）上班。
四、劳动节：5月1日至5日放假调休，共5天。4月28日（星期日）、5月11日（星期六）上班。
五、端午节：6月10日放假，与周末连休。
六、中秋节：9月15日至17日放假调休，共3天。9月14日（星期六）上班。
七、国庆节：10月1日至7日放假调休，共7天。9月29日（星期日）、10月12日（星期六）上班。`,
  2025: `一、元旦：1月1日（周三）放假1天，不调休。
二、春节：1月28日（农历除夕、周二）至2月4日（农历正月初七、周二）放假调休，共8天。1月26日（周日）、2月8日（周六）上班。
三、清明节：4月4日（周五）至6日（周日）放假，共3天。
四、劳动节：5月1日（周四）至5日（周一）放假调休，共5天。4月27日（周日）上班。
五、端午节：5月31日（周六）至6月2日（周一）放假，共3天。
六、国庆节、中秋节：10月1日（周三）至8日（周三）放假调休，共8天。9月28日（周日）、10月11日（周六）上班。`,
  2026: `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`,
};

const isWeekend = (day: string) => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Days on which the notice says something else than the weekday. */
function against(days: Iterable<readonly [string, 'work' | 'rest']>, year: number): string[] {
  return [...days]
    .filter(([day, kind]) => day.startsWith(`${year}`) && isWeekend(day) !== (kind === 'rest'))
    .map(([day, kind]) => `${day} ${kind}`)
    .toSorted();
}

describe('the notice of the State Council', () => {
  test.each(Object.entries(notices))('of %s says the same as the shipped list', (year, text) => {
    const { days, unread } = readNotice(text, Number(year));
    expect(unread).toEqual([]);
    const read = days.map(({ day, kind }) => [day, kind] as const);
    expect(against(read, Number(year))).toEqual(against(chineseDays, Number(year)));
  });

  test('names each day after its holiday', () => {
    const { days } = readNotice(notices[2026] ?? '', 2026);
    expect(days.find(({ day }) => day === '2026-02-17')).toEqual({ day: '2026-02-17', kind: 'rest', name: '春节' });
    expect(days.find(({ day }) => day === '2026-10-10')).toEqual({ day: '2026-10-10', kind: 'work', name: '国庆节' });
  });
});

test.each([
  ['2027-02-05 至 2027-02-07 休 春节', ['2027-02-05', '2027-02-06', '2027-02-07'], 'rest', '春节'],
  ['2027/2/14\t上班', ['2027-02-14'], 'work', ''],
  ['2027年12月31日，放假，公司年会', ['2027-12-31'], 'rest', '公司年会'],
  ['8月2日至4日 高温假', ['2027-08-02', '2027-08-03', '2027-08-04'], 'rest', '高温'],
  ['2027-05-01 off Labour', ['2027-05-01'], 'rest', 'Labour'],
] as const)('the line %s is read', (line, days, kind, name) => {
  expect(readNotice(line, 2027)).toEqual({ days: days.map((day) => ({ day, kind, name })), unread: [] });
});

test.each(['2027-02-30 休', '共3天', '联系电话 010-88889999', '13月1日放假', '2027-01-01 至 2027-12-31 休'])(
  'nothing is read of %s, and it is said so',
  (line) => {
    expect(readNotice(line, 2027)).toEqual({ days: [], unread: [line] });
  },
);

test('whatever is pasted, only real days come out, each once', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...Array.from('0123456789年月日至休班放假-/. ，。\n（）')) }),
      (text) => {
        const { days } = readNotice(text, 2027);
        expect(new Set(days.map(({ day }) => day)).size).toBe(days.length);
        for (const { day } of days) expect(new Date(`${day}T00:00:00Z`).toISOString().slice(0, 10)).toBe(day);
      },
    ),
  );
});
