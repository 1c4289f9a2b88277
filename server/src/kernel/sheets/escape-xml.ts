const toEscape = /[&<>"\r]|_x(?=[0-9a-f]{4}_)|(?![\t\n])\p{Cc}|[\ufffe\uffff]/giu;
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

/** Text as XML may hold it: forbidden characters are dropped, what looks like Excel's own escape is escaped itself. */
export function escapeXml(text: string): string {
  return text.toWellFormed().replace(toEscape, (found) => escapes[found] ?? (found.startsWith('_') ? '_x005F_x' : ''));
}
