import { expect, test } from 'vitest';
import { fillTemplate, nextBlank } from './fill-template.ts';

const facts = { contact: '王总', company: '华星科技', me: '李敏' };

test.each([
  ['致电{公司}{称呼}，数量【数量】', '致电华星科技王总，数量【数量】'],
  ['{我}在{日期}前答复', '李敏在【日期】前答复'],
  ['Called {name} of {Company}', 'Called 王总 of 华星科技'],
  ['JSON {"a":1} stays', 'JSON {"a":1} stays'],
])('%s', (text, filled) => expect(fillTemplate(text, facts)).toBe(filled));

test('Tab goes from blank to blank and round again', () => {
  const text = '要【数量】台，【时间】交货';
  expect(nextBlank(text, 0)).toEqual({ start: 1, end: 5 });
  expect(nextBlank(text, 5)).toEqual({ start: 7, end: 11 });
  expect(nextBlank(text, 11)).toEqual({ start: 1, end: 5 });
  expect(nextBlank('没有', 0)).toBeUndefined();
});
