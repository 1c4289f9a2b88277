import type { ExportFormat } from '@dealtrail/protocol/exports';

/** A moment in a zone to the minute: 2026-03-18 10:12. */
export function minuteIn(at: Date, zone: string): string {
  // Swedish writes it so, whatever the machine's language.
  return at.toLocaleString('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
}

/** Name of an exported file: what it holds, when it was asked for. */
export function exportName(title: string, at: Date, zone: string, format: ExportFormat): string {
  return `${title}-${minuteIn(at, zone).replace(/[-:]/g, '').replace(' ', '-')}.${format}`;
}

/** What kind of file a format is. */
export const contentTypes: Readonly<Record<ExportFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** A sentence of an export with its parameters. */
export function fill(sentence: string, params: Readonly<Record<string, string | number>>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}
