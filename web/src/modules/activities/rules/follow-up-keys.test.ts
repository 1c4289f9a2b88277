import { expect, test } from 'vitest';
import { followUpBody, type FollowUpTyped } from '../follow-up-draft.ts';
import { chosenBy, FOLLOW_UP_KEY, methodOrder } from './follow-up-keys.ts';
import { readWhen } from './when/read-when.ts';

const now = { day: '2026-03-18', time: '10:12' };

/** Presses of keys beside the words themselves, as the form takes them. */
function recorded(choices: readonly string[], words: Partial<FollowUpTyped>, tabs: number) {
  const typed = choices.reduce<FollowUpTyped>((so, key) => ({ ...so, ...chosenBy(key)?.patch }), {
    reached: 'yes',
    miss: 'no_answer',
    method: 'phone',
  });
  const when = readWhen(words.nextStep ?? words.nextStepOn ?? '', now);
  const body = followUpBody(
    { ...typed, ...words, nextStepOn: when?.day ?? null, nextStepTime: when?.time ?? null },
    [],
  );
  return { body, keys: [FOLLOW_UP_KEY, ...choices, ...Array.from({ length: tabs }, () => 'Tab'), 'Ctrl+Enter'].length };
}

test('a visit with answer and next step takes six keys beside its words', () => {
  const { body, keys } = recorded(
    ['2', 'y'],
    { content: '现场看了产线，要 12 台', feedback: '嫌交期长', nextStep: '下周三下午3点前发排产计划' },
    2,
  );
  expect(body).toMatchObject({
    method: 'visit',
    outcome: 'reached',
    nextStepOn: '2026-03-25',
    nextStepTime: '15:00',
  });
  expect(keys).toBe(6);
});

test('a call nobody answered takes three keys and the day of the next try', () => {
  const { body, keys } = recorded(['n'], { nextStepOn: '明天 9:30' }, 0);
  expect(body).toMatchObject({
    method: 'phone',
    outcome: 'no_answer',
    nextStepOn: '2026-03-19',
    nextStepTime: '09:30',
  });
  expect(keys).toBe(3);
});

test('each method has its figure and each outcome its letter, and nothing else chooses', () => {
  expect(['1', '2', '3', '4', '5', '6', '7'].map((key) => chosenBy(key)?.patch.method)).toEqual(methodOrder);
  expect(['y', 'N', 'b', 'W'].map((key) => chosenBy(key)?.patch.miss ?? 'reached')).toEqual([
    'reached',
    'no_answer',
    'busy',
    'wrong_number',
  ]);
  expect(['8', '0', 'x', 'Enter', ' '].map(chosenBy)).toEqual([undefined, undefined, undefined, undefined, undefined]);
});
