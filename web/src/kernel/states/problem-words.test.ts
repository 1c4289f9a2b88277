import { expect, test } from 'vitest';
import { ProblemError } from '../client/problem-error.ts';
import { zh } from '../messages/zh.ts';
import { sayProblem } from './problem-words.ts';

const words: Readonly<Record<string, string>> = zh;
const say = (error: ProblemError) =>
  sayProblem(
    error,
    (key, params) => (words[key] ?? key).replace('{seconds}', String(params?.['seconds'])),
    (key) => key in words,
  );

test('a lost connection says that nothing typed is lost', () => {
  expect(say(new ProblemError(0, {}))).toEqual({
    title: '没有连上服务器',
    hint: '请检查网络，恢复后再试。填写的内容还在。',
  });
});

test('a fault gives the reference under which it was logged', () => {
  expect(say(new ProblemError(500, { id: 'f-1' }))).toMatchObject({ title: '系统出错了', id: 'f-1' });
  expect(say(new ProblemError(500, { title: '出错了，请报编号。', id: 'f-1' }))).toEqual({
    title: '出错了，请报编号。',
    hint: undefined,
    id: 'f-1',
  });
});

test('a refused field says what is wrong in the reader’s words, or what the chapter said', () => {
  const fields = [
    { path: 'password', code: 'too_small', message: 'Too small: expected string to have >=10 characters' },
    { path: 'need', code: 'follow_up_vague', message: '请写明客户的反馈' },
  ];
  expect(say(new ProblemError(422, { code: 'invalid_input', title: '有内容需要更正', fields })).fields).toEqual([
    { path: 'password', message: '太短或太小' },
    { path: 'need', message: '请写明客户的反馈' },
  ]);
});

test('too many requests say how long to wait, once', () => {
  expect(say(new ProblemError(429, { title: '操作太频繁' }, 7)).hint).toBe('请在 7 秒后再试。');
  expect(say(new ProblemError(429, { title: '请在 7 秒后再试' }, 7)).hint).toBeUndefined();
});
