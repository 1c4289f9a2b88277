/** Mainland numbers in E.164 (+86…) by what they are: a person's mobile, or a line a company shares. */
export const isMobile = (phone: string): boolean =>
  phone.startsWith('+86') ? /^\+861[3-9]\d{9}$/.test(phone) : phone !== '';

/** The number within its city of a mainland landline in E.164: +861062345678 → 62345678. Undefined for others. */
export function localNumber(phone: string): string | undefined {
  if (isMobile(phone) || !phone.startsWith('+86')) return undefined;
  const national = phone.slice(3);
  if (/^[48]00\d{7}$/.test(national)) return undefined;
  const area = /^(?:10|2\d)/.test(national) ? 2 : 3;
  const local = national.slice(area);
  return local.length === 7 || local.length === 8 ? local : undefined;
}

/** A landline typed without its area code (6234 5678, 6234-5678 转 801): its digits; undefined for anything else. */
export function bareLocalNumber(typed: string): string | undefined {
  const plain = typed
    .normalize('NFKC')
    .trim()
    .replace(/\s*(?:转|轉|ext\.?|x|#)\s*\d{1,6}$/i, '');
  if (!/^[\d\s-]+$/.test(plain)) return undefined;
  const digits = plain.replace(/\D/g, '');
  return /^[2-9]\d{6,7}$/.test(digits) ? digits : undefined;
}
