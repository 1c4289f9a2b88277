import type { SheetChoices, SheetHead, SheetLimits, SheetRefusalCode, SheetRefusalDetail, SheetRow } from './sheet.ts';

/** The descriptor under which the child finds the file; it gets no path and no other file. */
export const fileDescriptor = 3;
/** Rows that travel in one message. */
export const batchRows = 200;

/**
 * What the parent asks: read the file of `bytes` bytes and send its rows after `afterLine`, at most `sendRows` of them;
 * with `countAll` the rest is read without being sent, so that the number of rows and every refusal are known.
 */
export type BoxJob = {
  kind: 'read';
  bytes: number;
  limits: SheetLimits;
  choices: SheetChoices;
  afterLine: number;
  sendRows: number;
  countAll: boolean;
};
/** The parent's leave to send the next batch. */
export type BoxAcknowledgement = { kind: 'next' };
export type ToBox = BoxJob | BoxAcknowledgement;

export type FromBox =
  | { kind: 'head'; head: SheetHead }
  | { kind: 'rows'; rows: SheetRow[] }
  | { kind: 'done'; rows: number }
  | { kind: 'refused'; code: SheetRefusalCode; detail: SheetRefusalDetail };

/** The message if it has the agreed form, else undefined: a child taken over by a file must not confuse the parent. */
export function understood(message: unknown, columns: number): FromBox | undefined {
  if (!isRecord(message)) return undefined;
  switch (message['kind']) {
    case 'head':
      return isHead(message['head']) ? (message as FromBox) : undefined;
    case 'rows':
      return isRows(message['rows'], columns) ? (message as FromBox) : undefined;
    case 'done':
      return Number.isSafeInteger(message['rows']) ? (message as FromBox) : undefined;
    case 'refused':
      return typeof message['code'] === 'string' && isRecord(message['detail']) ? (message as FromBox) : undefined;
    default:
      return undefined;
  }
}

function isHead(head: unknown): boolean {
  return (
    isRecord(head) &&
    (head['kind'] === 'csv' || head['kind'] === 'xlsx') &&
    isTexts(head['header']) &&
    isTexts(head['sheets']) &&
    Number.isSafeInteger(head['headerLine']) &&
    Array.isArray(head['leading']) &&
    head['leading'].every((row) => isRecord(row) && Number.isSafeInteger(row['line']) && isTexts(row['cells']))
  );
}

function isRows(rows: unknown, columns: number): boolean {
  if (!Array.isArray(rows) || rows.length > batchRows) return false;
  return rows.every(
    (row) =>
      isRecord(row) &&
      Number.isSafeInteger(row['line']) &&
      isTexts(row['cells']) &&
      row['cells'].length <= columns &&
      (row['problems'] === undefined || Array.isArray(row['problems'])),
  );
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
