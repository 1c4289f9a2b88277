import { posix } from 'node:path';
import { SheetRefused } from '../sheet.ts';
import { type Archive, readWholePart } from './read-part.ts';
import { attribute } from './xml-text.ts';

/** Where the visible sheets lie in the archive, what their cells refer to, and how dates count. */
export type Workbook = {
  sheets: { name: string; part: string }[];
  texts?: string;
  styles?: string;
  epoch1904: boolean;
};

type Relation = { id: string; type: string; target: string };

/** Finds the visible worksheets of a workbook in order; refuses archives that are no Excel workbook. */
export async function openWorkbook(archive: Archive): Promise<Workbook> {
  const path = await findWorkbook(archive);
  const relations = await readRelations(archive, path);
  const { listed, epoch1904 } = await readSheetList(archive, path);
  const sheets = listed.flatMap(({ id, name }) => {
    const relation = relations.find((one) => one.id === id);
    return relation?.type === 'worksheet' ? [{ name, part: relation.target }] : [];
  });
  if (sheets.length === 0) throw new SheetRefused('empty', { what: 'sheet' });
  const texts = relations.find((relation) => relation.type === 'sharedStrings');
  const styles = relations.find((relation) => relation.type === 'styles');
  return {
    sheets,
    epoch1904,
    ...(texts && { texts: texts.target }),
    ...(styles && { styles: styles.target }),
  };
}

async function findWorkbook(archive: Archive): Promise<string> {
  if (!archive.entries.has('_rels/.rels')) throw refusalOfOtherZip(archive);
  const roots = await readRelations(archive, '');
  const path = roots.find((relation) => relation.type === 'officeDocument')?.target;
  if (!path || !archive.entries.has(path)) throw refusalOfOtherZip(archive);
  if (path.endsWith('.bin')) throw new SheetRefused('not_a_sheet', { found: 'xlsb' });
  if (!path.endsWith('.xml') || /^(?:word|ppt)\//.test(path)) throw refusalOfOtherZip(archive);
  return path;
}

function refusalOfOtherZip({ entries }: Archive): SheetRefused {
  if (entries.has('word/document.xml')) return new SheetRefused('not_a_sheet', { found: 'docx' });
  if (entries.has('ppt/presentation.xml')) return new SheetRefused('not_a_sheet', { found: 'pptx' });
  if (entries.has('mimetype') && entries.has('content.xml')) return new SheetRefused('not_a_sheet', { found: 'ods' });
  return new SheetRefused('not_a_sheet', { found: 'zip' });
}

async function readRelations(archive: Archive, source: string): Promise<Relation[]> {
  const folder = posix.dirname(source);
  const relations: Relation[] = [];
  await readWholePart(archive, posix.join(folder, '_rels', `${posix.basename(source)}.rels`), {
    open(name, attributes) {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return;
      const target = attribute(attributes, 'Target') ?? '';
      relations.push({
        id: attribute(attributes, 'Id') ?? '',
        type: posix.basename(attribute(attributes, 'Type') ?? ''),
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
    close() {},
    text() {},
  });
  return relations;
}

/** Excel's own bound of a sheet's name is 31 characters. */
const longestName = 100;

async function readSheetList(
  archive: Archive,
  path: string,
): Promise<{ listed: { id: string; name: string }[]; epoch1904: boolean }> {
  const listed: { id: string; name: string }[] = [];
  let epoch1904 = false;
  await readWholePart(archive, path, {
    open(element, attributes) {
      if (element === 'workbookPr') epoch1904 = /^(?:1|true)$/.test(attribute(attributes, 'date1904') ?? '');
      if (element !== 'sheet') return;
      if ((attribute(attributes, 'state') ?? 'visible') !== 'visible') return;
      const name = (attribute(attributes, 'name') ?? '').slice(0, longestName).toWellFormed();
      listed.push({ id: attribute(attributes, 'id') ?? '', name });
    },
    close() {},
    text() {},
  });
  return { listed, epoch1904 };
}
