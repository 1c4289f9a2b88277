import type { SheetDelimiter } from '../sheet.ts';

const candidates: SheetDelimiter[] = [',', ';', '\t', '|'];
const linesLooked = 20;

/**
 * Finds the delimiter from the first 20 lines: the one that splits most lines into as many cells as the header, the
 * more cells the better. Delimiters inside quotes do not count. A single column reads as comma.
 */
export function detectDelimiter(sample: string): SheetDelimiter {
  const lines = countPerLine(sample);
  const header = lines[0];
  if (!header) return ',';
  let best: SheetDelimiter = ',';
  let bestScore = 0;
  for (const candidate of candidates) {
    const cells = header[candidate];
    if (cells === 0) continue;
    const agreeing = lines.filter((line) => line[candidate] === cells).length;
    const score = agreeing / lines.length + Math.min(cells, 200) / 1000;
    if (score > bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

function countPerLine(sample: string): Record<SheetDelimiter, number>[] {
  const lines: Record<SheetDelimiter, number>[] = [];
  let line = { ',': 0, ';': 0, '\t': 0, '|': 0 };
  let quoted = false;
  let empty = true;
  for (const char of sample) {
    if (char === '"') quoted = !quoted;
    if (!quoted && (char === '\n' || char === '\r')) {
      if (!empty && lines.push(line) === linesLooked) return lines;
      line = { ',': 0, ';': 0, '\t': 0, '|': 0 };
      empty = true;
      continue;
    }
    empty = false;
    if (!quoted && isDelimiter(char)) line[char] += 1;
  }
  // The sample may end inside a line: it counts only where it is the sole one.
  if (!empty && lines.length === 0) lines.push(line);
  return lines;
}

function isDelimiter(char: string): char is SheetDelimiter {
  return char === ',' || char === ';' || char === '\t' || char === '|';
}
