import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contentDisposition, safeFileName } from './file-name.ts';

test.each([
  ['示例科技-报价单-20240502.pdf', '示例科技-报价单-20240502.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['C:\\Users\\wang\\报价.xlsx', '报价.xlsx'],
  ['invoice\u202egpj.exe', 'invoicegpj.exe'],
  ['a\u0000b\r\nSet-Cookie: x.txt', 'abSet-Cookie_ x.txt'],
  ['.htaccess', 'htaccess'],
  ['...', 'file'],
  ['', 'file'],
  ['a/', 'file'],
  ['con.txt', '_con.txt'],
  ['LPT1', '_LPT1'],
  ['console.txt', 'console.txt'],
  ['name. . ', 'name'],
  ['半\ud83d截.txt', '半\ufffd截.txt'],
  ['e\u0301.txt', 'é.txt'],
])('%j becomes %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
});

test('a long name keeps its ending and whole characters', () => {
  const safe = safeFileName(`${'𠮷'.repeat(100)}.xlsx`);
  expect(safe).toBe(`${'𠮷'.repeat(48)}.xlsx`);
});

test('whatever the name, it is safe, stable and not too long', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (name) => {
      const safe = safeFileName(name);
      expect(safe).not.toMatch(/[/\\:*?"<>|\p{Cc}\u202a-\u202e\u2066-\u2069]|^\.|^\s*$/u);
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(201);
      expect(safeFileName(safe)).toBe(safe);
    }),
  );
});

test.each([
  ['报价 (终).pdf', `attachment; filename="_ (_).pdf"; filename*=UTF-8''%E6%8A%A5%E4%BB%B7%20%28%E7%BB%88%29.pdf`],
  ["it's 100%;.txt", `attachment; filename="it's 100__.txt"; filename*=UTF-8''it%27s%20100%25%3B.txt`],
  ['a"\r\nX: y.txt', `attachment; filename="a_X_ y.txt"; filename*=UTF-8''a_X_%20y.txt`],
])('%j is offered as %s', (name, header) => {
  expect(contentDisposition(name)).toBe(header);
});

test('the header is one line of printable ASCII and carries the whole name', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (name) => {
      const header = contentDisposition(name);
      expect(header).toMatch(/^attachment; filename="[\x20-\x7e]*"; filename\*=UTF-8''[A-Za-z0-9!.~_%-]*$/);
      expect(decodeURIComponent(header.split("UTF-8''")[1] ?? '')).toBe(safeFileName(name));
    }),
  );
});
