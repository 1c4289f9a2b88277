import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { detectEncoding } from './detect-encoding.ts';

const chinese = '客户名称,联系人\n北京示例科技有限公司,王总\n';

test.each([
  ['plain ASCII', Buffer.from('a,b\n1,2\n'), 'utf-8', 0],
  ['UTF-8', Buffer.from(chinese), 'utf-8', 0],
  ['UTF-8 with mark', Buffer.from(`\ufeff${chinese}`), 'utf-8', 3],
  ['GB18030', iconv.encode(chinese, 'gb18030'), 'gb18030', 0],
  ['GB18030 beyond GBK', iconv.encode(`${chinese}𠮷,😀\n`, 'gb18030'), 'gb18030', 0],
  ['the infamous 联通', iconv.encode('联通', 'gb18030'), 'gb18030', 0],
  ['UTF-16 little end', Buffer.from(`\ufeff${chinese}`, 'utf16le'), 'utf-16le', 2],
  ['UTF-16 big end', Buffer.from(`\ufeff${chinese}`, 'utf16le').swap16(), 'utf-16be', 2],
  ['UTF-8 with a damaged byte', Buffer.concat([Buffer.from(chinese), Buffer.from([0xff])]), 'utf-8', 0],
  [
    'GB18030 with a damaged byte',
    Buffer.concat([iconv.encode(chinese, 'gb18030'), Buffer.from([0xff, 0x0a])]),
    'gb18030',
    0,
  ],
] as const)('%s is recognised', (_, bytes, encoding, markBytes) => {
  expect(detectEncoding(bytes)).toEqual({ encoding, markBytes });
});
