import type { Language } from './language.ts';

/** A count with thousands separators: 6,435. */
export function formatCount(count: number, language: Language): string {
  return new Intl.NumberFormat(language).format(count);
}

/** A share of 0 to 1 as a percentage with at most one decimal: 68.8%; whole when it is whole. */
export function formatPercent(share: number, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 1 }).format(share);
}

/** A rate with the counts behind it, n/N first: 12/46 (26.1%); without a base only n/N. */
export function formatRate(part: number, whole: number, language: Language): string {
  const counts = `${formatCount(part, language)}/${formatCount(whole, language)}`;
  if (whole === 0) return counts;
  const share = formatPercent(part / whole, language);
  return language === 'zh-CN' ? `${counts}（${share}）` : `${counts} (${share})`;
}
