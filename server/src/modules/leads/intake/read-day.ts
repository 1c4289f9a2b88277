const shapes: readonly RegExp[] = [
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T].*)?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

/**
 * Reads a date as sheets hold it: 2026-05-01, 2026/5/1, 2026.05.01, 2026年5月1日, 20260501, with a time behind it or not.
 * A month without a day (2026-05, 2026年5月) is its last day. Undefined for anything else, days that do not exist and
 * orders one can only guess (05/06/2026).
 */
export function readDay(cell: string): string | undefined {
  const text = cell.normalize('NFKC').trim();
  for (const shape of shapes) {
    const [, year = '', month = '', day = ''] = shape.exec(text) ?? [];
    if (year !== '') return realDay(Number(year), Number(month), Number(day));
  }
  const [, year = '', month = ''] = /^(\d{4})[-/.年](\d{1,2})月?$/.exec(text) ?? [];
  if (year === '' || Number(month) < 1 || Number(month) > 12) return undefined;
  return realDay(Number(year), Number(month), new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate());
}

function realDay(year: number, month: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const same = at.getUTCFullYear() === year && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return same && year >= 1900 && year <= 2199 ? at.toISOString().slice(0, 10) : undefined;
}
