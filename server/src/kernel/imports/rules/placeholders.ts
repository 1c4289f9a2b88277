/** Entries of forms and tables that mean "nothing was chosen", folded by `fold`. */
const placeholders = new Set([
  'select',
  'pleaseselect',
  'choose',
  'none',
  'null',
  'undefined',
  'nan',
  'na',
  'n/a',
  '#n/a',
  '-',
  '--',
  '/',
  '请选择',
  '未选择',
  '无',
  '暂无',
]);

/** Folds a name for comparison: NFKC (full width to half), lower case, without spaces, joints and ornaments. */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-.:：*'"“”‘’·•\u200b\ufeff]+/g, '');
}

/** True for an entry that stands for "not chosen", such as Select, 请选择 or N/A. */
export function isPlaceholder(text: string): boolean {
  const trimmed = text.normalize('NFKC').trim().toLowerCase();
  return placeholders.has(trimmed) || placeholders.has(trimmed.replaceAll(' ', ''));
}
