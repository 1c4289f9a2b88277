import { describe, expect, test } from 'vitest';
import { calledApart, foundBy, mentionedIn } from './mentions.ts';

const colleagues = calledApart([
  { id: '1', name: '王芳', departmentName: '华东', pinyin: 'wangfang wf' },
  { id: '2', name: '王芳芳', departmentName: '华东', pinyin: 'wangfangfang wff' },
  { id: '3', name: '李敏', departmentName: '华东', pinyin: 'limin lm' },
  { id: '4', name: '李敏', departmentName: '华南', pinyin: 'limin lm' },
  { id: '5', name: 'Ann Lee', departmentName: null, pinyin: 'annlee al' },
]);

describe('who is mentioned', () => {
  test.each([
    ['@王芳 请看下价格', ['1']],
    ['@王芳请看，@王芳芳 也看', ['1', '2']],
    ['@李敏（华南） 知道', ['4']],
    ['问 @Ann·Lee and @Ann·Lee', ['5']],
    ['邮件 a@b.com，@没有人', []],
    ['王芳', []],
  ])('%s', (text, ids) => expect(mentionedIn([text, null], colleagues)).toEqual(ids));

  test.each([
    ['王', true],
    ['wf', true],
    ['wangf', true],
    ['fang', false],
    ['芳', true],
  ])('%s finds 王芳: %s', (letters, finds) =>
    expect(foundBy(letters, { name: '王芳', pinyin: 'wangfang wf' })).toBe(finds),
  );
});
