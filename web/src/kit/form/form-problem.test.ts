import { expect, test } from 'vitest';
import { pathOf, placeProblems } from './form-problem.ts';

const problem = {
  title: '有内容需要更正',
  fields: [
    { path: 'companyName', message: '太短' },
    { path: 'companyName', message: '含有无法保存的字符' },
    { path: 'lines.0.price', message: '精度不对' },
    { path: 'ownerId', message: '没有这个人' },
  ],
};

test('each refused field goes to its input, the others are said above the form', () => {
  const stands = new Set(['companyName', 'lines.0.price']);
  const { placed, rest } = placeProblems(problem, (path) => stands.has(path.join('.')));
  expect(placed).toEqual([
    { path: ['companyName'], messages: ['太短', '含有无法保存的字符'] },
    { path: ['lines', 0, 'price'], messages: ['精度不对'] },
  ]);
  expect(rest).toEqual(['没有这个人']);
});

test('without a refusal nothing is placed', () => {
  expect(placeProblems(undefined, () => true)).toEqual({ placed: [], rest: [] });
  expect(pathOf('a.10.b')).toEqual(['a', 10, 'b']);
});
