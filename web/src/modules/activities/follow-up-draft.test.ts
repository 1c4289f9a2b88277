import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FollowUpTyped, followUpBody, quickDays, readDraft, tellsAll, writeDraft } from './follow-up-draft.ts';

const told: FollowUpTyped = {
  reached: 'yes',
  method: 'phone',
  content: ' 预算 70 万以内，2 条线一起上 ',
  feedback: '周五前要检测节拍和 MES 接口清单',
  nextStep: '给节拍和接口清单',
  nextStepOn: '2026-03-20',
};

describe('what is sent', () => {
  test('an effective contact carries what was said, trimmed', () => {
    expect(followUpBody(told, [])).toEqual({
      method: 'phone',
      outcome: 'reached',
      content: '预算 70 万以内，2 条线一起上',
      feedback: '周五前要检测节拍和 MES 接口清单',
      nextStep: '给节拍和接口清单',
      nextStepOn: '2026-03-20',
    });
  });

  test('an attempt carries its reason and the next try, but neither feedback nor a new state', () => {
    const body = followUpBody({ ...told, reached: 'no', miss: 'busy', toState: 'contacted', stateReason: 'x' }, []);
    expect(body).toMatchObject({ outcome: 'busy', nextStepOn: '2026-03-20' });
    expect(Object.keys(body)).not.toContain('feedback');
    expect(Object.keys(body)).not.toContain('toState');
    expect(Object.keys(body)).not.toContain('stateReason');
  });

  test('an attempt without a named reason counts as not answered', () => {
    expect(followUpBody({ reached: 'no', method: 'phone' }, []).outcome).toBe('no_answer');
  });

  test('a reason for a state is sent only with a state', () => {
    expect(followUpBody({ ...told, stateReason: '客户改了方案' }, [])).not.toHaveProperty('stateReason');
    expect(followUpBody({ ...told, toState: 'contacted', stateReason: '客户改了方案' }, [])).toMatchObject({
      toState: 'contacted',
      stateReason: '客户改了方案',
    });
  });

  test('files go along by their ids, no files not at all', () => {
    expect(followUpBody(told, ['a', 'b']).attachmentIds).toEqual(['a', 'b']);
    expect(followUpBody(told, [])).not.toHaveProperty('attachmentIds');
  });

  test('nothing empty is sent', () => {
    const text = fc.constantFrom('', '  ', '\n', 'ok');
    fc.assert(
      fc.property(text, text, text, (content, feedback, nextStep) => {
        const body = followUpBody({ ...told, content, feedback, nextStep }, []);
        expect(Object.values(body).every((value) => value !== '' && value !== undefined)).toBe(true);
      }),
    );
  });
});

describe('the sign that a record is complete', () => {
  test.each<[Partial<FollowUpTyped>, boolean]>([
    [{}, true],
    [{ feedback: '  ' }, false],
    [{ nextStep: '' }, false],
    [{ nextStepOn: null }, false],
  ])('%o: %s', (change, complete) => {
    expect(tellsAll({ ...told, ...change })).toBe(complete);
  });
});

describe('days that one press chooses', () => {
  test.each([
    ['2026-03-16', ['tomorrow 2026-03-17', 'friday 2026-03-20', 'nextMonday 2026-03-23']],
    ['2026-03-18', ['tomorrow 2026-03-19', 'friday 2026-03-20', 'nextMonday 2026-03-23']],
    ['2026-03-19', ['tomorrow 2026-03-20', 'nextMonday 2026-03-23', 'nextFriday 2026-03-27']],
    ['2026-03-20', ['nextMonday 2026-03-23', 'nextFriday 2026-03-27']],
    ['2026-03-22', ['tomorrow 2026-03-23', 'nextFriday 2026-03-27']],
    ['2026-12-31', ['tomorrow 2027-01-01', 'nextMonday 2027-01-04', 'nextFriday 2027-01-08']],
  ])('on %s: %j', (today, days) => {
    expect(quickDays(today).map(({ name, day }) => `${name} ${day}`)).toEqual(days);
  });

  test('they lie ahead, differ and are working weekdays', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true }), (at) => {
        const today = at.toISOString().slice(0, 10);
        const days = quickDays(today).map(({ day }) => day);
        expect(days.every((day) => day > today && ![0, 6].includes(new Date(day).getUTCDay()))).toBe(true);
        expect(new Set(days).size).toBe(days.length);
        expect(days.length).toBeGreaterThanOrEqual(2);
      }),
    );
  });
});

describe('a draft kept on the machine', () => {
  const now = Date.UTC(2026, 2, 18);

  test('reads back as it was typed', () => {
    expect(readDraft(writeDraft(told, now), now + 3_600_000)).toEqual(told);
  });

  test.each([
    ['nothing', null],
    ['no JSON', '{'],
    ['another thing', '{"at":1}'],
    ['a draft without its moment', JSON.stringify({ typed: told })],
    ['half a draft', JSON.stringify({ at: now, typed: { reached: 'perhaps', method: 'phone' } })],
    ['a draft of last month', writeDraft(told, now - 30 * 86_400_000)],
  ])('%s reads as no draft', (_, text) => {
    expect(readDraft(text, now)).toBeUndefined();
  });
});
