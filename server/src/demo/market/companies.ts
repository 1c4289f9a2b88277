import type { Chance } from '../play/chance.ts';
import type { Trade } from './trades.ts';
import type { Place } from './places.ts';

const first = '澄屹砺峥岚朔翊昀沅霁澜珩璟栩峤泓榕骁曜瀚'.split('');
const second = '川岑澈岫衡屿禾沐岱霖钧拓辰祺垣绍舟樾硕驰'.split('');
const forms = ['有限公司', '有限公司', '有限公司', '股份有限公司', '科技有限公司', '集团有限公司'];

const families =
  '赵钱孙李吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤'.split(
    '',
  );
const given =
  '承泽 雨桐 嘉诚 若琳 国栋 晓峰 志远 梓涵 文博 思源 建平 丽娟 海涛 静怡 永强 欣然 立新 佳宁 学文 春燕 俊杰 秀芳 明哲 玉兰 振宇 慧敏 德华 小满 少卿 亦凡'.split(
    ' ',
  );

/** Titles of those who ask, with how often; who decides asks less often. */
const titles = [
  { title: '设备部经理', weight: 16 },
  { title: '采购经理', weight: 18 },
  { title: '仪表主管', weight: 14 },
  { title: '电气工程师', weight: 14 },
  { title: '工艺工程师', weight: 10 },
  { title: '技术部部长', weight: 8 },
  { title: '项目经理', weight: 9 },
  { title: '生产副总', weight: 5 },
  { title: '总经理', weight: 4 },
  { title: '总工程师', weight: 4 },
];

/** Names of companies that do not exist: no two share brand and trade, so none is taken for another. */
export class CompanyRegister {
  readonly #taken = new Set<string>();

  name(chance: Chance, trade: Trade, { city }: Place): string {
    for (let tries = 0; ; tries += 1) {
      const brand = `${chance.oneOf(first)}${chance.oneOf(second)}`;
      const firm = chance.oneOf(trade.firms);
      const key = `${brand}${firm}`;
      if (this.#taken.has(key) && tries < 1_000) continue;
      this.#taken.add(key);
      // 科技科技有限公司 is what nobody is called.
      const form = chance.oneOf(forms.filter((one) => !(firm.endsWith('科技') && one.startsWith('科技'))));
      return `${city}${key}${form}`;
    }
  }
}

/** A person who asks for something. */
export interface Asker {
  readonly contactName: string;
  readonly contactTitle: string;
}

export function askerOf(chance: Chance): Asker {
  const family = chance.oneOf(families);
  return { contactName: `${family}${chance.oneOf(given)}`, contactTitle: chance.weighted(titles).title };
}

/**
 * The nth telephone number of the demo. The segment 160 is given to no operator and the block after it is zeros, so that
 * nobody is ever called by it.
 */
export const phoneOf = (nth: number): string => `1600${String(nth).padStart(7, '0')}`;
