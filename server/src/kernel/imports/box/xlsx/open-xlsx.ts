import type { SheetLimits, SheetRow } from '../sheet.ts';
import { readSheetRows } from './sheet-rows.ts';
import { readStyles } from './styles.ts';
import { readTextTable } from './text-table.ts';
import { openWorkbook } from './workbook.ts';
import { readZipDirectory } from './zip-directory.ts';

/** Opens an Excel workbook and gives the raw rows of its first visible sheet. Macros, links and drawings are not read. */
export async function* openXlsx(bytes: Buffer, limits: SheetLimits): AsyncGenerator<SheetRow[]> {
  const archive = { bytes, entries: readZipDirectory(bytes, limits) };
  const workbook = await openWorkbook(archive);
  const texts = await readTextTable(archive, workbook.texts);
  const formats = await readStyles(archive, workbook.styles);
  yield* readSheetRows(archive, workbook.sheet, { texts, formats, epoch1904: workbook.epoch1904 }, limits.columns);
}
