import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MailKind, MailLocale } from './mail-words.ts';
import { renderMail } from './render-mail.ts';
import { mailWordsEn } from './words-en.ts';
import { mailWordsZh } from './words-zh.ts';

const assigned = {
  recipientName: '王芳',
  companyName: '北京示例科技有限公司',
  leadNumber: 'XLSH20260214001',
  contactName: '李总',
  task: '首次跟进',
  dueAt: '2026-02-24T09:00:00Z',
  zone: 'Asia/Shanghai',
  link: 'https://crm.example.com/leads/1',
};
const kinds: MailKind[] = [
  'lead_assigned',
  'escalation',
  'invitation',
  'clock_warning',
  'import_done',
  'export_done',
  'digest',
];
const locales: MailLocale[] = ['zh', 'en'];

test('a value given in both languages is said in the language of the mail', () => {
  const params = {
    recipientName: '李想',
    recordTitle: '晨星',
    clockNameZh: '首次跟进',
    clockNameEn: 'First touch',
    dueAt: '2026-02-24T09:00:00Z',
  };
  expect(renderMail('clock_warning', 'zh', params).text).toContain('“首次跟进”');
  expect(renderMail('clock_warning', 'en', params).text).toContain('"First touch"');
});

test('an assignment in Chinese names the task and the moment it is due', () => {
  const { subject, text } = renderMail('lead_assigned', 'zh', assigned);
  expect(subject).toBe('首次跟进任务：北京示例科技有限公司（XLSH20260214001），请于 2026年2月24日周二 17:00 前完成');
  expect(text).toBe(
    '王芳，您好：\n\n' +
      '线索“北京示例科技有限公司”已分配给您。请在 2026年2月24日周二 17:00 之前联系客户，并填写跟进记录。\n\n' +
      '任务：首次跟进\n截止时间：2026年2月24日周二 17:00\n线索编号：XLSH20260214001\n联系人：李总\n\n' +
      '打开线索：https://crm.example.com/leads/1\n\n' +
      '此邮件由商迹自动发送，请勿直接回复。\n',
  );
});

test('an assignment in English says the same in another zone', () => {
  const { subject } = renderMail('lead_assigned', 'en', { ...assigned, zone: 'Europe/Berlin' });
  expect(subject).toBe('First follow-up: 北京示例科技有限公司 (XLSH20260214001), due Tue 24 Feb 2026, 10:00');
});

test('an invitation without name and expiry leaves both out', () => {
  const { subject, text } = renderMail('invitation', 'zh', {
    organization: '示例',
    inviter: '张三',
    link: 'http://127.0.0.1:3000/join#inv_x',
  });
  expect(subject).toBe('张三 邀请您加入 示例 的商迹');
  expect(text).not.toMatch(/—|undefined|有效期|您好/);
  expect(text).toContain('接受邀请：http://127.0.0.1:3000/join#inv_x');
});

test('values are text, not markup', () => {
  const { html } = renderMail('lead_assigned', 'en', {
    ...assigned,
    companyName: '<script>alert(1)</script>',
    need: '"><img src=x onerror=alert(1)>\nline 2',
    link: 'https://crm.example.com/?a="><b>',
  });
  expect(html).not.toMatch(/<script|<img|<b>/);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(html).toContain('onerror=alert(1)&gt;<br>line 2');
});

test.each(['javascript:alert(1)', 'data:text/html,x', 'not a link', ''])('the link %j is not offered', (link) => {
  const { html, text } = renderMail('lead_assigned', 'zh', { ...assigned, link });
  expect(html).not.toContain('<a ');
  expect(text).not.toContain('打开线索');
});

test('both languages use the same values in every mail', () => {
  const namesIn = (template: unknown) => new Set(JSON.stringify(template).match(/\{\w+\}/g));
  for (const kind of kinds) expect(namesIn(mailWordsEn[kind])).toEqual(namesIn(mailWordsZh[kind]));
});

test('no value, whatever it is, adds a tag to the HTML or leaves a placeholder in the text', () => {
  const tagsOf = (html: string) => html.match(/<\/?[a-z]+/g)?.filter((tag) => tag !== '<br').length;
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.constantFrom(...locales),
      fc.string({ minLength: 1 }),
      (kind, locale, value) => {
        const names = [
          'recipientName',
          'companyName',
          'leadNumber',
          'clockName',
          'recordTitle',
          'ownerName',
          'inviter',
          'organization',
          'name',
        ];
        const params = (text: string) => ({
          ...Object.fromEntries(names.map((name) => [name, text])),
          dueAt: assigned.dueAt,
        });
        const { html, text } = renderMail(kind, locale, params(value));
        expect(tagsOf(html)).toBe(tagsOf(renderMail(kind, locale, params('x')).html));
        expect(text.replaceAll(value, '')).not.toMatch(/\{\w+\}/);
      },
    ),
  );
});
