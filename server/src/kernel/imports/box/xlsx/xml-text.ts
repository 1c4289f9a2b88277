const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const highestCodePoint = 0x10ffff;

/** Resolves XML's five named entities and numeric ones; anything else stays as written. */
export function decodeEntities(raw: string): string {
  if (!raw.includes('&')) return raw;
  return raw.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= highestCodePoint ? String.fromCodePoint(code) : '\ufffd';
  });
}

/** Resolves the `_xHHHH_` escapes with which workbooks write characters that XML forbids. */
export function decodeCellEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9a-f]{4})_/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** The decoded value of one attribute by its local name, or undefined. */
export function attribute(attributes: string, name: string): string | undefined {
  let from = attributes.indexOf(name);
  while (from >= 0) {
    const value = valueAt(attributes, from, name);
    if (value !== undefined) return decodeEntities(value);
    from = attributes.indexOf(name, from + 1);
  }
  return undefined;
}

function valueAt(attributes: string, from: number, name: string): string | undefined {
  const before = attributes.charCodeAt(from - 1);
  if (before > 32 && before !== 58 /* : */) return undefined;
  let at = from + name.length;
  while (attributes.charCodeAt(at) <= 32) at += 1;
  if (attributes.charCodeAt(at) !== 61 /* = */) return undefined;
  at += 1;
  while (attributes.charCodeAt(at) <= 32) at += 1;
  const quote = attributes[at];
  if (quote !== '"' && quote !== "'") return undefined;
  const end = attributes.indexOf(quote, at + 1);
  return end < 0 ? undefined : attributes.slice(at + 1, end);
}
