import { type Archive, readWholePart } from './read-part.ts';
import { builtInFormat, formatOfCode, type NumberFormat } from './number-format.ts';
import { attribute } from './xml-text.ts';

/** Reads the number format behind each style number that cells may carry. */
export async function readStyles(archive: Archive, part: string | undefined): Promise<NumberFormat[]> {
  if (!part || !archive.entries.has(part)) return [];
  const codes = new Map<number, string>();
  const formatIds: number[] = [];
  let inCellFormats = false;
  await readWholePart(archive, part, {
    open(name, attributes) {
      if (name === 'cellXfs') inCellFormats = true;
      const id = Number(attribute(attributes, 'numFmtId') ?? 0);
      if (name === 'numFmt') codes.set(id, attribute(attributes, 'formatCode') ?? '');
      else if (name === 'xf' && inCellFormats) formatIds.push(id);
    },
    close(name) {
      if (name === 'cellXfs') inCellFormats = false;
    },
    text() {},
  });
  return formatIds.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtInFormat(id) : formatOfCode(code);
  });
}
