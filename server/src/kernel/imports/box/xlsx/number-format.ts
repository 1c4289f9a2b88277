/** What a cell's format makes of its number, as far as reading needs it. */
export type NumberFormat =
  | { kind: 'number' }
  | { kind: 'percent' }
  | { kind: 'date' }
  | { kind: 'time' }
  | { kind: 'duration' }
  | { kind: 'padded'; width: number };

const number: NumberFormat = { kind: 'number' };

/**
 * The formats that have no code of their own in the file (ECMA-376 part 1, 18.8.30): 14–17 dates, 18–21 times, 22 date
 * with time, 45–47 durations; 27–36 and 50–58 are the Chinese dates, of which 32–35, 55 and 56 are times.
 */
export function builtInFormat(id: number): NumberFormat {
  if (id === 9 || id === 10) return { kind: 'percent' };
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id === 55 || id === 56) return { kind: 'time' };
  if (id >= 45 && id <= 47) return { kind: 'duration' };
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
  return isDate ? { kind: 'date' } : number;
}

/** Reads a format code such as `yyyy"年"m"月"d"日"`, `0.00%`, `[h]:mm` or `000000`. */
export function formatOfCode(code: string): NumberFormat {
  const first = code.replace(/"[^"]*"|\\.|_./g, '').split(';')[0] ?? '';
  if (/\[(?:h+|m+|s+)\]/i.test(first)) return { kind: 'duration' };
  const bare = first.replace(/\[[^\]]*\]|\*./g, '').replace(/general/gi, '');
  if (/^0{2,}$/.test(bare)) return { kind: 'padded', width: bare.length };
  if (bare.includes('%')) return { kind: 'percent' };
  if (/[0#?]/.test(bare.replace(/[.]0+/g, ''))) return number;
  if (/[yd]|aaa/i.test(bare)) return { kind: 'date' };
  if (/[hs]/i.test(bare)) return { kind: 'time' };
  return /m/i.test(bare) ? { kind: 'date' } : number;
}
