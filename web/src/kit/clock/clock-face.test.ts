import { expect, test } from 'vitest';
import { enWords, zhWords } from '../words/index.ts';
import { type Clock, clockFace, clockTone, clockTrack } from './clock-face.ts';

const now = Date.parse('2026-03-18T10:12:00+08:00');
const around = { now, zone: 'Asia/Shanghai', language: 'zh-CN', words: zhWords } as const;
const due = (local: string, change: Partial<Clock> = {}): Clock => ({
  state: 'running',
  dueAt: `2026-${local}:00+08:00`,
  ...change,
});

test.each([
  ['passed by a day and seventeen hours', due('03-16T17:12', { state: 'overdue' }), 'late', ['超 1 天 17 小时']],
  ['passed since the server last looked', due('03-18T09:20'), 'late', ['超 52 分钟']],
  ['due within two hours', due('03-18T11:40'), 'soon', ['11:40', '1.5 小时']],
  ['warned by its policy', due('03-20T12:00', { warnAt: '2026-03-18T00:00:00Z' }), 'soon', ['周五 12:00']],
  ['due today', due('03-18T14:00'), 'fine', ['14:00']],
  ['due tomorrow', due('03-19T09:30'), 'fine', ['明天 09:30']],
  [
    'paused to a day',
    due('03-19T09:30', { state: 'paused', pausedUntil: '2026-04-01T01:00:00Z' }),
    'paused',
    ['暂停到 4 月 1 日'],
  ],
  ['met', due('03-17T09:30', { state: 'met' }), 'met', ['按时完成']],
  ['done too late', due('03-17T09:30', { state: 'breached' }), 'met', ['超期完成']],
] as const)('a clock %s reads %s', (_name, clock, tone, parts) => {
  const face = clockFace(clock, around);
  expect([face.tone, face.parts]).toEqual([tone, parts]);
});

test('a warning moment of the policy wins over the two hours', () => {
  expect(clockTone(due('03-18T11:40', { warnAt: '2026-03-18T11:30:00+08:00' }), now)).toBe('fine');
});

test('a paused clock is never late, however long its limit has passed', () => {
  expect(clockTone(due('01-05T10:00', { state: 'paused' }), now)).toBe('paused');
});

test('English reads the same clock', () => {
  expect(clockFace(due('03-18T09:20'), { ...around, language: 'en', words: enWords }).parts).toEqual(['52 min late']);
});

test('the explaining line ends at the escalation and stands still when the clock stopped', () => {
  const clock = {
    ...due('03-18T09:20'),
    startedAt: '2026-03-17T09:20:00+08:00',
    escalateAt: '2026-03-19T09:20:00+08:00',
  };
  expect(clockTrack(clock, now).due).toBe(0.5);
  expect(clockTrack(clock, now).here).toBeCloseTo(0.518, 3);
  expect(clockTrack({ ...clock, stoppedAt: clock.startedAt }, now).here).toBe(0);
});
