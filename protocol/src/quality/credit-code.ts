/** Signs of a unified social credit code (GB 32100-2015) in the order of their values: no I, O, S, V, Z. */
const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Length of a unified social credit code. */
export const CREDIT_CODE_LENGTH = 18;

/** The code as it is compared: half width, capitals, without spaces and hyphens. */
export const foldCreditCode = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―·]+/g, '');

/** The letters of a text that no such code has. */
export const foreignSigns = (folded: string): string[] => [...new Set(folded)].filter((sign) => !signs.includes(sign));

/** The check digit that belongs to the first 17 signs. */
export function creditCodeCheck(first17: string): string {
  const sum = weights.reduce((total, weight, i) => total + weight * signs.indexOf(first17[i] ?? ''), 0);
  return signs[(31 - (sum % 31)) % 31] ?? '';
}

/** A unified social credit code in its one form; undefined where length, signs or check digit are wrong. */
export function normalizeCreditCode(text: string): string | undefined {
  const code = foldCreditCode(text);
  if (code.length !== CREDIT_CODE_LENGTH || foreignSigns(code).length > 0) return undefined;
  return creditCodeCheck(code.slice(0, -1)) === code.at(-1) ? code : undefined;
}
