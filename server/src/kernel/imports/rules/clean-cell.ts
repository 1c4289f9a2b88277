import { isPlaceholder } from './placeholders.ts';

const invisible = /[\u200b\u2060\ufeff\u00ad]/g;
const controls = /(?![\t\n\r])\p{Cc}/gu;
const guardedFormula = /^'(?=[=+\-@\t\r\n＝＋－＠])/;

/**
 * Cleans a cell as people mean it: NFC, without invisible and control characters, without space around it (full-width
 * space included), line breaks as \n, and without the apostrophe that our own error file puts before formula signs.
 */
export function cleanCell(cell: string): string {
  return cell
    .normalize('NFC')
    .replace(controls, '')
    .replace(invisible, '')
    .replace(/\r\n?/g, '\n')
    .trim()
    .replace(guardedFormula, '');
}

/** The cleaned cell, or '' where it only says that nothing was chosen: Select, 请选择, N/A. For fields that hold a choice. */
export function cleanChoice(cell: string): string {
  const cleaned = cleanCell(cell);
  return isPlaceholder(cleaned) ? '' : cleaned;
}
