import type { SheetLimits, SheetRow } from '../sheet.ts';
import { readSheetRows } from './sheet-rows.ts';
import { readStyles } from './styles.ts';
import { readTextTable } from './text-table.ts';
import { openWorkbook } from './workbook.ts';
import { readZipDirectory } from './zip-directory.ts';

/** A visible sheet of a workbook; its raw rows are read when they are asked for. */
export interface WorkbookSheet {
  readonly name: string;
  rows(): AsyncGenerator<SheetRow[]>;
}

/** Opens an Excel workbook and gives its visible sheets in order. Macros, links and drawings are not read. */
export async function openXlsx(bytes: Buffer, limits: SheetLimits): Promise<WorkbookSheet[]> {
  const archive = { bytes, entries: readZipDirectory(bytes, limits) };
  const workbook = await openWorkbook(archive);
  const texts = await readTextTable(archive, workbook.texts);
  const formats = await readStyles(archive, workbook.styles);
  const book = { texts, formats, epoch1904: workbook.epoch1904 };
  return workbook.sheets.map(({ name, part }) => ({
    name,
    rows: () => readSheetRows(archive, part, book, limits.columns),
  }));
}
