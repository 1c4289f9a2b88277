import { expect, test } from 'vitest';
import { parsePidFile } from './postmaster.ts';

const whole = [
  '4711',
  '/data/cluster',
  '1795327590',
  '5432',
  '/data/cluster',
  '',
  '  2146652         6',
  'ready   ',
  '',
];

test.each([
  [
    'a server that takes connections',
    whole,
    { pid: 4711, port: 5432, socketDirectory: '/data/cluster', state: 'ready' },
  ],
  ['a server that stops', whole.with(7, 'stopping'), { state: 'stopping' }],
  ['a server that recovers', whole.with(7, 'starting'), { state: 'starting' }],
  ['a server that was just born', whole.slice(0, 3), { pid: 4711, port: 0, socketDirectory: '', state: 'starting' }],
  ['a file that is still empty', [''], undefined],
  ['a file cut in the middle of nothing', ['-'], undefined],
])('%s is recognised', (_, lines, postmaster) => {
  expect([parsePidFile(lines.join('\n'))]).toMatchObject([postmaster]);
});
