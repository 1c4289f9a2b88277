import { formatCount, type Language } from '../../../kit/formats/index.ts';

/** A share of a whole as every screen shows it: the counts, and the percentage only where the server gives one. */
export interface Share {
  readonly part: number;
  readonly whole: number;
  /** Percent with one decimal; null where there are too few to say. */
  readonly rate: number | null;
}

/** 12/46, with the percentage behind it where there are enough: 12/46（26.1%）. */
export function shareText({ part, whole, rate }: Share, language: Language): string {
  const counts = `${formatCount(part, language)}/${formatCount(whole, language)}`;
  if (rate === null) return counts;
  return language === 'zh-CN' ? `${counts}（${rate}%）` : `${counts} (${rate}%)`;
}
