import type { Why } from '@dealtrail/protocol/kernel';
import { why } from './why.ts';

/** What a file's name says by the naming rule of R28: 公司-文档-YYYYMMDD. */
export interface NamedAttachment {
  readonly company: string;
  readonly document: string;
  /** yyyy-mm-dd. */
  readonly on: string;
}

export type AttachmentNameVerdict =
  | ({ readonly ok: true } & NamedAttachment)
  | { readonly ok: false; readonly why: readonly Why[] };

/** File systems take 255 bytes for a name: two parts of this size, the date and the ending fit. */
const mostBytes = 105;

function shortened(text: string): string {
  let bytes = 0;
  let kept = '';
  for (const letter of text) {
    bytes += Buffer.byteLength(letter);
    if (bytes > mostBytes) break;
    kept += letter;
  }
  return kept;
}

/** A part of a file name: no path, no reserved or invisible letters, no hyphen (it separates the parts). */
const clean = (text: string): string =>
  shortened(
    text
      .slice(0, 4 * mostBytes)
      .normalize('NFC')
      .replace(/[\p{C}/\\:*?"<>|]+/gu, ' ')
      .replace(/[-‐‑–—－]+/g, '·')
      .replace(/\s+/g, ' ')
      .trim(),
  ).replace(/^[.\s]+|[.\s]+$/g, '');

/** The ending of a file name in lower case, with its dot; empty when there is none to keep. */
const endingOf = (fileName: string): string => /\.[a-z0-9]{1,8}$/i.exec(fileName)?.[0].toLowerCase() ?? '';

/** Proposes 公司-文档-YYYYMMDD for a file; the document's name comes from the file where none is told. */
export function proposeAttachmentName(file: {
  readonly fileName: string;
  readonly company: string | null;
  readonly document?: string | null;
  /** yyyy-mm-dd. */
  readonly on: string;
}): string {
  const ending = endingOf(file.fileName);
  const stem = file.fileName.slice(0, file.fileName.length - ending.length);
  const named = checkAttachmentName(file.fileName);
  const company = clean(file.company ?? '') || (named.ok ? named.company : '') || '未知公司';
  const document = clean(file.document ?? '') || (named.ok ? named.document : clean(stem)) || '文档';
  return `${company}-${document}-${file.on.replaceAll('-', '')}${ending}`;
}

/** Reads a file's name by the naming rule and says what is wrong with one that does not keep it. */
export function checkAttachmentName(fileName: string): AttachmentNameVerdict {
  const stem = fileName.slice(0, fileName.length - endingOf(fileName).length);
  const parts = /^([^-]+)-(.+)-(\d{4})(\d{2})(\d{2})$/s.exec(stem.trim());
  if (parts === null) return { ok: false, why: [why('activities.why.attachment_name_form')] };
  const [, company = '', document = '', year = '', month = '', day = ''] = parts;
  if (clean(company) === '' || clean(document) === '')
    return { ok: false, why: [why('activities.why.attachment_name_form')] };
  const on = `${year}-${month}-${day}`;
  if (!isDate(on))
    return { ok: false, why: [why('activities.why.attachment_name_date', { date: `${year}${month}${day}` })] };
  return { ok: true, company: company.trim(), document: document.trim(), on };
}

function isDate(day: string): boolean {
  const at = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(day);
}
