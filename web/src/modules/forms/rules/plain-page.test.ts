import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeHtml, plainPage, scriptCode } from './plain-page.ts';

const words = { label: (name: string) => name, consent: '同意 <b>', send: '提交' };

test('a plain page asks for each field, holds the trap and needs consent', () => {
  const html = plainPage(
    'https://crm.example.cn/api/v1/public/forms/k',
    [
      { name: 'companyName', required: true },
      { name: 'phone', required: false, label: '手机 <号>' },
      { name: 'need', required: false },
    ],
    words,
  );
  expect(html).toContain('<input name="companyName" type="text" required>');
  expect(html).toContain('手机 &lt;号&gt;<br><input name="phone" type="tel">');
  expect(html).toContain('<textarea name="need"');
  expect(html).toContain('<p hidden><input name="website_url"');
  expect(html).toContain('name="consent" value="yes" required> 同意 &lt;b&gt;');
});

test('the code with a script is a place and the script from where the product stands', () => {
  expect(scriptCode('https://crm.example.cn', 'k-1')).toBe(
    '<div data-dealtrail-form="k-1"></div>\n<script type="module" src="https://crm.example.cn/embed/form.js"></script>',
  );
});

test('no text breaks out of the page', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"']/);
    }),
  );
});
