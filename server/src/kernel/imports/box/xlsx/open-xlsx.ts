import type { SheetLimits, SheetRow } from '../sheet.ts';
import { readSharedStrings } from './shared-strings.ts';
import { readSheetRows } from './sheet-rows.ts';
import { readStyles } from './styles.ts';
import { openWorkbook } from './workbook.ts';
import { readZipDirectory } from './zip-directory.ts';

/** Opens an Excel workbook and gives the raw rows of its first visible sheet. Macros, links and drawings are not read. */
export async function* openXlsx(bytes: Buffer, limits: SheetLimits): AsyncGenerator<SheetRow[]> {
  const archive = { bytes, entries: readZipDirectory(bytes, limits) };
  const workbook = await openWorkbook(archive);
  const strings = await readSharedStrings(archive, workbook.sharedStrings);
  const formats = await readStyles(archive, workbook.styles);
  yield* readSheetRows(archive, workbook.sheet, { strings, formats, epoch1904: workbook.epoch1904 }, limits.columns);
}
