import { expect, test } from 'vitest';
import { moved, reasonsFrom, typedReasons } from './typed-reasons.ts';

const shipped = { key: 'travelling', name: null, active: true, shipped: true, needed: false };
const own = { key: 'own_1', name: '展会', active: false, shipped: false, needed: false };
const word = (key: string) => (key === 'travelling' ? '出差在外' : '');

test('what was read is sent back unchanged', () => {
  expect(reasonsFrom(typedReasons([shipped, own], word), word)).toEqual([
    { key: 'travelling', name: null, active: true },
    { key: 'own_1', name: '展会', active: false },
  ]);
});

test('a shipped reason under its own word keeps following the language of the reader', () => {
  const [typed] = typedReasons([shipped], word);
  const sent = (name: string) => reasonsFrom([{ ...typed!, name }], word)[0]?.name;
  expect([sent(''), sent(' 出差在外 '), sent('出差或参展')]).toEqual([null, null, '出差或参展']);
});

test('a new reason has no key', () => {
  expect(reasonsFrom([{ name: ' 停电 ', active: true, shipped: false, needed: false }], word)).toEqual([
    { name: '停电', active: true },
  ]);
});

test('an entry moves by one place', () => {
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
});
