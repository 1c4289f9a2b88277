import { expect, test } from 'vitest';
import { aTask } from '../testing/an-opportunity.ts';
import { promisedNext, tasksByPlace } from './task-places.ts';

const done = '2026-03-10T00:00:00Z';
const due = (day: number) => `2026-03-${String(day).padStart(2, '0')}T10:00:00Z`;

test('tasks of the present stage come as they are due, done ones last', () => {
  const tasks = [
    aTask({ id: 'late', dueAt: due(20) }),
    aTask({ id: 'done', dueAt: due(1), doneAt: done }),
    aTask({ id: 'someday' }),
    aTask({ id: 'soon', dueAt: due(18) }),
  ];
  const { stage } = tasksByPlace({ tasks, stageKey: 'needs_analysis' });
  expect(stage.map(({ id }) => id)).toEqual(['soon', 'late', 'someday', 'done']);
});

test('what an earlier stage left open stays in sight, what it finished is counted', () => {
  const tasks = [
    aTask({ id: 'left', stageKey: 'lead_capture' }),
    aTask({ id: 'past', stageKey: 'lead_capture', doneAt: done }),
    aTask({ id: 'own', kind: 'own', stageKey: null }),
    aTask({ id: 'here' }),
  ];
  const places = tasksByPlace({ tasks, stageKey: 'needs_analysis' });
  expect(places.others.map(({ id }) => id)).toEqual(['left', 'own']);
  expect(places.pastDone).toBe(1);
});

test('the next step is the open promise due first, never a stage task', () => {
  const tasks = [
    aTask({ id: 'stage', dueAt: due(1) }),
    aTask({ id: 'kept', kind: 'next_step', stageKey: null, dueAt: due(2), doneAt: done }),
    aTask({ id: 'later', kind: 'call_back', stageKey: null, dueAt: due(22) }),
    aTask({ id: 'next', kind: 'next_step', stageKey: null, dueAt: due(19) }),
  ];
  expect(promisedNext({ tasks })?.id).toBe('next');
  expect(promisedNext({ tasks: [aTask()] })).toBeUndefined();
});
