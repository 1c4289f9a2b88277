import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SheetRefused } from '../sheet.ts';
import { attribute, decodeCellEscapes, decodeEntities } from './xml-text.ts';
import { createXmlScanner } from './xml-scanner.ts';

function heard(pieces: string[]): string {
  let story = '';
  const scanner = createXmlScanner({
    open: (name, attributes) => (story += `<${name}${attributes}>`),
    close: (name) => (story += `</${name}>`),
    text: (raw, isCdata) => (story += isCdata ? `[${raw}]` : raw),
  });
  for (const piece of pieces) scanner.write(piece);
  scanner.end();
  return story;
}

const document =
  '<?xml version="1.0"?><!-- a > b --><x:row r="1"><c t="s" note=\'a>b\'><v>5</v></c><c/><t><![CDATA[<&>]]> ok</t></x:row>';
const story = '<row r="1"><c t="s" note=\'a>b\'><v>5</v></c><c></c><t>[<&>] ok</t></row>';

test('tags lose their prefix, comments and instructions are silent', () => {
  expect(heard([document])).toBe(story);
});

test('a document cut anywhere is heard the same', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(document.length), { maxLength: 8 }), (cuts) => {
      const places = [0, ...cuts.toSorted((a, b) => a - b), document.length];
      const pieces = places.slice(1).map((place, index) => document.slice(places[index], place));
      expect(heard(pieces)).toBe(story);
    }),
  );
});

test.each([
  ['<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><x>&e;</x>', 'xml_doctype'],
  ['<x><y', 'xml_truncated'],
])('%s is refused', (xml, reason) => {
  expect(() => heard([xml])).toThrow(expect.objectContaining({ code: 'broken', detail: { reason } }));
});

test('a tag without end is refused before it fills the memory', () => {
  const piece = 'x'.repeat(300_000);
  expect(() => heard([`<c note="${piece}`, piece, piece, piece])).toThrow(SheetRefused);
});

test.each([
  ['a &amp;&lt;&gt;&quot;&apos; b', `a &<>"' b`],
  ['&#24207;&#x53F7;', '序号'],
  ['&#134071;&#128512;', '𠮷😀'],
  ['&unknown; &#1114112;', '&unknown; \ufffd'],
  ['100 & more', '100 & more'],
])('the entities of %s become %s', (raw, text) => {
  expect(decodeEntities(raw)).toBe(text);
});

test('escapes of forbidden characters are resolved once', () => {
  expect(decodeCellEscapes('a_x000A_b _x005F_x000D_ _xZZZZ_')).toBe('a\nb _x000D_ _xZZZZ_');
});

test('an attribute is found by its whole name', () => {
  const attributes = ` sheetId="7" name="A &amp; B" r:id='rId3' state = "hidden"`;
  expect(attribute(attributes, 'id')).toBe('rId3');
  expect(attribute(attributes, 'name')).toBe('A & B');
  expect(attribute(attributes, 'state')).toBe('hidden');
  expect(attribute(attributes, 'stat')).toBeUndefined();
});
