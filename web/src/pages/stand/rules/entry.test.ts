import { expect, test } from 'vitest';
import { bodyOf, type Entry, isTouched, nameOf, nobody, settled, shownEntries, type Typed } from './entry.ts';

const typed: Typed = {
  companyName: ' 常州凌越机电有限公司 ',
  contactName: '陈工',
  phone: '138 1212 3434',
  wants: ['sample', 'price'],
  need: '两条产线',
  intent: 'high',
  assign: 'mine',
};
const stand = { source: 'exhibition', campaign: '2026 上海工博会' };
const words = { sample: '要样品', price: '询价' } as Record<string, string>;
const photo = new File(['x'], '名片.jpg');
const entry = (facts: Partial<Entry> = {}): Entry => ({
  id: 'a',
  desk: 'd',
  at: 0,
  state: 'sent',
  typed,
  photo: null,
  ...facts,
});

test('what is tapped and what is written become one need; source and campaign are those of the stand', () => {
  expect(bodyOf(typed, stand, (wish) => words[wish] ?? '')).toEqual({
    companyName: '常州凌越机电有限公司',
    contactName: '陈工',
    phone: '138 1212 3434',
    need: '要样品、询价；两条产线',
    source: 'exhibition',
    campaign: '2026 上海工博会',
    assign: 'mine',
    onDuplicate: 'join',
    intent: 'high',
  });
});

test('nothing that was left empty is sent', () => {
  const body = bodyOf({ ...nobody('rules'), contactName: '陈工' }, stand, () => '');
  expect(body).toMatchObject({ companyName: null, phone: null, need: null });
  expect(body).not.toHaveProperty('intent');
});

test('a photo alone is something a lost page would lose', () => {
  expect([isTouched(nobody('mine'), null), isTouched(nobody('mine'), photo), isTouched(typed, null)]).toEqual([
    false,
    true,
    true,
  ]);
});

test('what the server has leaves no number and no photo on the phone', () => {
  const kept = settled(entry({ photo }), true);
  expect([nameOf(kept.typed), kept.typed.phone, kept.photo]).toEqual(['常州凌越机电有限公司', '', null]);
  expect(settled(entry({ photo }), false).photo).toBe(photo);
});

test('what waits is shown until it is gone, what the server has for a day', () => {
  const day = 86_400_000;
  const entries = [
    entry({ id: 'old' }),
    entry({ id: 'waits', state: 'waiting' }),
    entry({ id: 'card', photo }),
    entry({ id: 'new', at: day }),
    entry({ id: 'draft', state: 'typing', at: day }),
  ];
  expect(shownEntries(entries, day + 1).map(({ id }) => id)).toEqual(['new', 'waits', 'card']);
});
