import { SheetRefused } from '../sheet.ts';

/** What a reader of XML hears; names come without namespace prefix, texts still carry their entities. */
export type XmlListener = {
  open(name: string, attributes: string): void;
  close(name: string): void;
  text(raw: string, isCdata: boolean): void;
};

/** Longest tag or text between two tags, in characters; a cell of 32 767 written in entities stays far below. */
const longestToken = 1024 * 1024;

/**
 * A scanner for the XML inside workbooks, fed piece by piece so that memory stays flat. A document type
 * declaration is refused, so no entity can fetch a file or multiply itself.
 */
export function createXmlScanner(listener: XmlListener): { write(piece: string): void; end(): void } {
  let rest = '';
  return {
    write(piece) {
      const xml = rest === '' ? piece : rest + piece;
      const done = scan(xml, listener);
      rest = xml.slice(done);
      if (rest.length > longestToken) throw new SheetRefused('limits', { what: 'xml_token', limit: longestToken });
    },
    end() {
      if (rest.trim() !== '') throw new SheetRefused('broken', { reason: 'xml_truncated' });
    },
  };
}

function scan(xml: string, listener: XmlListener): number {
  let at = 0;
  for (;;) {
    const from = xml.indexOf('<', at);
    if (from < 0) return at;
    const to = endOfToken(xml, from);
    if (to < 0) return at;
    if (from > at) listener.text(xml.slice(at, from), false);
    tell(xml, from, to, listener);
    at = to;
  }
}

// The position after the token that starts at `from`, or −1 when its end has not arrived.
function endOfToken(xml: string, from: number): number {
  const second = xml.charCodeAt(from + 1);
  if (second === 33 /* ! */) {
    if (xml.startsWith('<!--', from)) return after(xml, '-->', from + 4);
    if (xml.startsWith('<![CDATA[', from)) return after(xml, ']]>', from + 9);
    if (xml.length - from < 9) return -1;
    throw new SheetRefused('broken', { reason: 'xml_doctype' });
  }
  if (second === 63 /* ? */) return after(xml, '?>', from + 2);
  return second === 47 /* / */ ? after(xml, '>', from) : endOfTag(xml, from);
}

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? -1 : found + mark.length;
}

// A '>' may stand inside an attribute's quotes.
function endOfTag(xml: string, from: number): number {
  let quote = 0;
  for (let at = from + 1; at < xml.length; at += 1) {
    const code = xml.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at + 1;
  }
  return -1;
}

function tell(xml: string, from: number, to: number, listener: XmlListener): void {
  const second = xml.charCodeAt(from + 1);
  if (second === 33) {
    if (xml.charCodeAt(from + 2) === 91) listener.text(xml.slice(from + 9, to - 3), true);
    return;
  }
  if (second === 63) return;
  if (second === 47) {
    listener.close(localName(xml.slice(from + 2, to - 1).trim()));
    return;
  }
  const empty = xml.charCodeAt(to - 2) === 47;
  const tag = xml.slice(from + 1, empty ? to - 2 : to - 1);
  const space = tag.search(/\s/);
  const name = localName(space < 0 ? tag : tag.slice(0, space));
  listener.open(name, space < 0 ? '' : tag.slice(space));
  if (empty) listener.close(name);
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}
