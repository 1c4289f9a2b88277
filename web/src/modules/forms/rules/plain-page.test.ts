import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml, plainPage } from './plain-page.ts';

const words = { label: (name: string) => name, consent: '同意 <b>', send: '提交' };

test('a plain page asks for each field, holds the trap and needs consent', () => {
  const html = plainPage(
    'https://crm.example.cn/api/v1/public/forms/k',
    [
      { name: 'companyName', required: true },
      { name: 'phone', required: false },
      { name: 'need', required: false },
    ],
    words,
  );
  expect(html).toContain('<input name="companyName" type="text" required>');
  expect(html).toContain('<input name="phone" type="tel">');
  expect(html).toContain('<textarea name="need"');
  expect(html).toContain('<p hidden><input name="website_url"');
  expect(html).toContain('name="consent" value="yes" required> 同意 &lt;b&gt;');
});

test('no text breaks out of the page', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']/);
    }),
  );
});
