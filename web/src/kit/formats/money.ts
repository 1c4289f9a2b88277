import type { Language } from './language.ts';

/** An exact amount: minor units (分) and an ISO 4217 code. */
export interface Amount {
  readonly minor: number;
  readonly currency: string;
}

/** Digits after the point of a currency: 2 for CNY, 0 for JPY. */
export function minorDigits(currency: string): number {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
}

/** An amount in major units (元), for inputs. */
export function toMajor(amount: Amount): number {
  return amount.minor / 10 ** minorDigits(amount.currency);
}

/** Minor units of an amount typed in major units, half up; `undefined` when the text is no amount. */
export function toMinor(major: number | string, currency: string): number | undefined {
  const value = typeof major === 'number' ? major : Number(major.replaceAll(/[,，\s]/g, ''));
  if (!Number.isFinite(value) || major === '') return undefined;
  const minor = Math.round(Number((value * 10 ** minorDigits(currency)).toFixed(4)));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

function withSymbol(value: number, currency: string, language: Language, digits: number): string {
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}

/** The whole amount with every digit: ¥1,860,000.00. */
export function formatExactMoney(amount: Amount, language: Language): string {
  return withSymbol(toMajor(amount), amount.currency, language, minorDigits(amount.currency));
}

/** The amount as people say it: ¥8,500, ¥186.0 万, ¥1.20 亿; in English CN¥8,500, CN¥1.86M. */
export function formatMoney(amount: Amount, language: Language): string {
  const major = toMajor(amount);
  const size = Math.abs(major);
  if (language === 'zh-CN') {
    if (size >= 99_995_000) return `${withSymbol(major / 1e8, amount.currency, language, 2)} 亿`;
    if (size >= 10_000) return `${withSymbol(major / 1e4, amount.currency, language, 1)} 万`;
  } else {
    if (size >= 999_500) return `${withSymbol(major / 1e6, amount.currency, language, 2)}M`;
    if (size >= 10_000) return `${withSymbol(major / 1e3, amount.currency, language, 0)}K`;
  }
  return withSymbol(major, amount.currency, language, Number.isInteger(major) ? 0 : minorDigits(amount.currency));
}
