const digits = '零一二三四五六七八九';

/** A count as people write it, in figures or Chinese letters up to 99: 3, 三, 两, 十五, 二十一; NaN for anything else. */
export function countOf(said: string): number {
  if (/^\d+$/.test(said)) return Number(said);
  const letters = said.replaceAll('两', '二').replaceAll('〇', '零').replaceAll('日', '七').replaceAll('天', '七');
  const parts = /^([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)$/.exec(letters);
  if (!parts || letters === '') return Number.NaN;
  const [, tens = '', ten = '', ones = ''] = parts;
  if (ten === '') return tens !== '' && ones !== '' ? Number.NaN : digits.indexOf(tens || ones);
  return 10 * (tens === '' ? 1 : digits.indexOf(tens)) + (ones === '' ? 0 : digits.indexOf(ones));
}
