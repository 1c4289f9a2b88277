import { escapeXml } from './escape-xml.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelations = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const openPackage = 'application/vnd.openxmlformats-package';

interface Made {
  readonly by: string;
  readonly at: Date;
  readonly title: string;
}

/** The parts of a workbook beside its sheets: what it is made of, and who made it when. */
export function bookParts(sheetNames: readonly string[], made?: Made): { name: string; content: string }[] {
  const sheets = sheetNames.map((_, i) => ['worksheet', `worksheets/sheet${i + 1}.xml`] as const);
  return [
    { name: '[Content_Types].xml', content: contentTypes(sheetNames.length, made !== undefined) },
    {
      name: '_rels/.rels',
      content: relationList([
        [`${relations}/officeDocument`, 'xl/workbook.xml'],
        ...(made ? [[`${packageRelations}/metadata/core-properties`, 'docProps/core.xml'] as const] : []),
      ]),
    },
    ...(made ? [{ name: 'docProps/core.xml', content: properties(made) }] : []),
    { name: 'xl/workbook.xml', content: workbook(sheetNames) },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relationList(
        [...sheets, ['styles', 'styles.xml'] as const].map(([kind, to]) => [`${relations}/${kind}`, to]),
      ),
    },
    { name: 'xl/styles.xml', content: styles },
  ];
}

function contentTypes(sheets: number, made: boolean): string {
  const parts: [part: string, type: string][] = [
    ['/xl/workbook.xml', `${contentType}.sheet.main+xml`],
    ...Array.from({ length: sheets }, (_, i): [string, string] => [
      `/xl/worksheets/sheet${i + 1}.xml`,
      `${contentType}.worksheet+xml`,
    ]),
    ['/xl/styles.xml', `${contentType}.styles+xml`],
    ...(made ? [['/docProps/core.xml', `${openPackage}.core-properties+xml`] as [string, string]] : []),
  ];
  const overrides = parts.map(([part, type]) => `<Override PartName="${part}" ContentType="${type}"/>`);
  return (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    `<Default Extension="rels" ContentType="${openPackage}.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`
  );
}

// Format 49 is '@', text. Style 0 must be plain, style 1 is the one our text cells use.
const styles =
  `<styleSheet xmlns="${main}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>';

function workbook(sheetNames: readonly string[]): string {
  const sheets = sheetNames.map((sheetName, i) => {
    const name = escapeXml(sheetName.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31));
    return `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`;
  });
  return `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

function relationList(targets: readonly (readonly [type: string, target: string])[]): string {
  const list = targets.map(
    ([type, target], index) => `<Relationship Id="rId${index + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageRelations}">${list.join('')}</Relationships>`;
}

function properties({ by, at, title }: Made): string {
  return (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" ' +
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" ' +
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:title>${escapeXml(title)}</dc:title><dc:creator>${escapeXml(by)}</dc:creator>` +
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at.toISOString()}</dcterms:created></cp:coreProperties>`
  );
}
