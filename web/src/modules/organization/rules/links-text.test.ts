import { expect, test } from 'vitest';
import { linksAsText } from './links-text.ts';

test('links are copied as a table, whatever a name holds', () => {
  const link = { id: '1', expiresAt: '', departmentName: '上海一部', email: 'a@b.test', link: 'https://x/join#1' };
  expect(
    linksAsText([
      { ...link, name: '张\t晓雯' },
      { ...link, name: null, email: null },
    ]),
  ).toBe('上海一部\t张 晓雯\ta@b.test\thttps://x/join#1\n上海一部\t\t\thttps://x/join#1');
});
