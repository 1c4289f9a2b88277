import type { Why } from '../kernel/index.ts';
import { CREDIT_CODE_LENGTH, creditCodeCheck, foldCreditCode, foreignSigns } from './credit-code.ts';

const hint = (key: string, params: Why['params'] = {}): Why => ({ key: `quality.${key}`, params });

const plain = (text: string): string => text.normalize('NFKC').trim();

/** Mobile numbers nobody has: one digit throughout, or straight up the keys. */
const invented = /^1[3-9](\d)\1{8}$|^1(?:2345678901|3012345678|3123456789|3912345678)$/;

function mobileHint(digits: string): Why | null {
  if (digits.length !== 11) return hint('mobile_length', { count: digits.length });
  if (!/^1[3-9]/.test(digits)) return hint('mobile_segment', { start: digits.slice(0, 2) });
  return invented.test(digits) ? hint('phone_invented') : null;
}

/**
 * What is odd about a phone number of mainland China, mobile or landline, while it is typed; null when nothing is.
 * Numbers of other countries (+44 …) are left to the server.
 */
export function phoneHint(text: string): Why | null {
  const typed = plain(text).replace(/\s*(?:转|轉|ext\.?|x|#)\s*\d{1,6}$/i, '');
  if (typed === '') return null;
  if (typed.includes('*')) return hint('masked');
  if (/[\p{L}]/u.test(typed)) return hint('phone_letters');
  if (/\d[^\d]*[/、,，;；|][^\d]*\d/.test(typed)) return hint('phone_two');
  const national = typed.replace(/[\s()./‐-―-]/g, '').replace(/^(?:\+|00)86/, '');
  if (/^(?:\+|00)/.test(national)) return null;
  const digits = national.replace(/\D/g, '');
  if (digits.startsWith('1') && !/^1\d{2,4}$/.test(digits)) return mobileHint(digits);
  if (/^(?:400|800)/.test(digits))
    return digits.length === 10 ? null : hint('hotline_length', { count: digits.length });
  if (digits.startsWith('0')) {
    return digits.length >= 10 && digits.length <= 12 ? null : hint('landline_length', { count: digits.length });
  }
  return digits.length === 7 || digits.length === 8 ? hint('area_code', { number: digits }) : hint('phone_unclear');
}

/** Domains people mean when they type one of these. */
const slips: Readonly<Record<string, string>> = {
  'gmial.com': 'gmail.com',
  'gmai.com': 'gmail.com',
  'gmail.con': 'gmail.com',
  'gmail.cn': 'gmail.com',
  'qq.con': 'qq.com',
  'qq.cm': 'qq.com',
  'qq.co': 'qq.com',
  'qq.cn': 'qq.com',
  'qqq.com': 'qq.com',
  '163.con': '163.com',
  '163.cm': '163.com',
  '163.cn': '163.com',
  '126.con': '126.com',
  '126.cm': '126.com',
  '126.cn': '126.com',
  'foxmial.com': 'foxmail.com',
  'foxmail.con': 'foxmail.com',
  'hotmial.com': 'hotmail.com',
  'hotmail.con': 'hotmail.com',
  'outlook.con': 'outlook.com',
  'outlok.com': 'outlook.com',
  'sina.con': 'sina.com',
};

/** What is odd about an e-mail address while it is typed; null when nothing is. */
export function emailHint(text: string): Why | null {
  const typed = text.trim();
  if (typed === '') return null;
  if (typed.includes('*')) return hint('masked');
  if (/[，。；、]/.test(typed)) return hint('email_chinese_mark');
  const address = plain(typed).toLowerCase();
  if (/[\s,;]/.test(address)) return hint('email_two');
  const [name = '', domain, more] = address.split('@');
  if (domain === undefined) return hint('email_no_at');
  if (more !== undefined) return hint('email_two');
  if (name === '' || !/^[^.].*\.[a-z\u4e00-\u9fff]{2,}$/.test(domain)) return hint('email_incomplete');
  const meant = slips[domain];
  return meant === undefined ? null : hint('email_slip', { meant: `${name}@${meant}` });
}

/** What is odd about a unified social credit code while it is typed; null when nothing is. */
export function creditCodeHint(text: string): Why | null {
  const code = foldCreditCode(text);
  if (code === '') return null;
  const foreign = foreignSigns(code);
  if (foreign.length > 0) return hint('credit_code_sign', { signs: foreign.slice(0, 5).join(' ') });
  if (code.length !== CREDIT_CODE_LENGTH) return hint('credit_code_length', { count: code.length });
  return creditCodeCheck(code.slice(0, -1)) === code.at(-1) ? null : hint('credit_code_check');
}

/** Words that name no need: a salesperson learns nothing from them. */
const empty =
  /^(?:(?:有|客户有?|想|需要|要|先|暂时)?(?:需求|合作|意向|兴趣|了解|咨询|看看|问问|联系|沟通|跟进)(?:一下|中|过)?)+$/;
const toldMuch = /\d|[一二三四五六七八九十两几]+(?:台|套|个|件|批|吨|条|辆|人|家|万)/;

/** What a need still lacks while it is typed; null when it tells a salesperson what to do. */
export function needHint(text: string): Why | null {
  const need = plain(text).replace(/[\s\p{P}]+/gu, '');
  if (need === '') return null;
  if (empty.test(need)) return hint('need_empty');
  if ([...need].length < 6) return hint('need_short');
  return [...need].length < 15 && !toldMuch.test(need) ? hint('need_amount') : null;
}

/** What is odd about a company's name while it is typed; null when nothing is. */
export function companyNameHint(text: string): Why | null {
  const name = plain(text).replace(/\s+/g, '');
  if (name === '') return null;
  if (/\d{7,}/.test(name)) return hint('company_number');
  if (/(?:有限|有限公|股份有限|责任)$/.test(name)) return hint('company_cut');
  if (/^(?:某|x{2,}|\*+|测试|test)/i.test(name)) return hint('company_invented');
  const open = name.match(/\(/g)?.length ?? 0;
  return open === (name.match(/\)/g)?.length ?? 0) ? null : hint('company_bracket');
}
