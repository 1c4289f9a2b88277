import { z } from 'zod';
import { operation } from '../kernel/index.ts';

export const live = operation({
  id: 'health.live',
  method: 'GET',
  path: '/health/live',
  result: z.object({ live: z.literal(true) }),
  problems: [],
  permission: 'public',
  offline: 'online',
  summary: 'Answers while the process runs; never asks the database.',
});

export const ready = operation({
  id: 'health.ready',
  method: 'GET',
  path: '/health/ready',
  result: z.object({ ready: z.literal(true) }),
  problems: ['unavailable'],
  permission: 'public',
  offline: 'online',
  summary: 'Answers 200 when the database answers, migrations are done and the process is not draining.',
});
