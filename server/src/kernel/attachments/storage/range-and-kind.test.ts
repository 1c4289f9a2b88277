import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rangeOf } from './open-file.ts';
import { sniffContentType } from './sniff-content-type.ts';

test.each([
  [undefined, 'whole'],
  ['bytes=0-0', { from: 0, to: 0 }],
  ['bytes=90-', { from: 90, to: 99 }],
  ['bytes=90-1000', { from: 90, to: 99 }],
  ['bytes=-10', { from: 90, to: 99 }],
  ['bytes=-1000', { from: 0, to: 99 }],
  ['bytes=100-', 'unsatisfiable'],
  ['bytes=-0', 'unsatisfiable'],
  ['bytes=5-2', 'whole'],
  ['bytes=-', 'whole'],
  ['bytes=0-0,5-6', 'whole'],
  [`bytes=${'0-0,'.repeat(1000)}0-0`, 'whole'],
  ['bytes=--5', 'whole'],
  ['items=0-5', 'whole'],
  ['bytes=0-99999999999999999999', 'whole'],
] as const)('the range %s of 100 bytes is understood', (header, range) => {
  expect(rangeOf(header, 100)).toEqual(range);
});

test('a range never reaches outside the file, also an empty one', () => {
  const number = fc.oneof(fc.constant(''), fc.nat(300).map(String));
  fc.assert(
    fc.property(number, number, fc.nat(200), (first, last, bytes) => {
      const range = rangeOf(`bytes=${first}-${last}`, bytes);
      if (typeof range === 'string') return;
      expect(range.from).toBeGreaterThanOrEqual(0);
      expect(range.to).toBeGreaterThanOrEqual(range.from);
      expect(range.to).toBeLessThan(bytes);
    }),
  );
});

const zip = (names: string) => `PK\x03\x04\x14\x00${names}`;

test.each([
  ['%PDF-1.7', 'application/pdf'],
  ['\x89PNG\r\n\x1a\n', 'image/png'],
  ['\xff\xd8\xff\xe0', 'image/jpeg'],
  ['GIF89a', 'image/gif'],
  ['RIFF\0\0\0\0WEBPVP8 ', 'image/webp'],
  ['\0\0\0\x20ftypisom', 'video/mp4'],
  [zip('a.txt'), 'application/zip'],
  [zip('[Content_Types].xml xl/workbook.xml'), 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  [zip('_rels/.rels word/document.xml'), 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['<!doctype html><script>', 'application/octet-stream'],
  ['<svg xmlns="http://www.w3.org/2000/svg" onload="x">', 'application/octet-stream'],
  ['<?xml version="1.0"?><?xml-stylesheet href="x.xsl"?>', 'application/octet-stream'],
  ['\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1', 'application/octet-stream'],
  ['a,b\n1,2', 'application/octet-stream'],
  ['', 'application/octet-stream'],
])('bytes that begin with %j are %s', (head, kind) => {
  expect(sniffContentType(Buffer.from(head, 'latin1'))).toBe(kind);
});
