import { expect, test } from 'vitest';
import { addressOf } from './address.ts';
import { freshKey, keyFor } from './idempotency-key.ts';
import { ProblemError, readProblem, secondsToWait } from './problem-error.ts';

test('an address carries its parameters encoded and leaves out what nobody asked', () => {
  expect(addressOf('/leads/:id/follow-ups', { params: { id: 'a/b' } })).toBe('/api/v1/leads/a%2Fb/follow-ups');
  expect(addressOf('/leads', { query: { filter: '{"a":1}', cursor: undefined, q: null, limit: 50 } })).toBe(
    '/api/v1/leads?filter=%7B%22a%22%3A1%7D&limit=50',
  );
});

test.each([
  [0, undefined, 'offline'],
  [401, 'not_signed_in', 'signed_out'],
  [401, undefined, 'signed_out'],
  [401, 'wrong_credentials', 'refused'],
  [401, 'second_factor_needed', 'refused'],
  [403, 'not_allowed', 'not_allowed'],
  [403, 'set_up_token_wrong', 'refused'],
  [404, 'not_found', 'not_found'],
  [409, 'stale_version', 'conflict'],
  [409, 'email_taken', 'refused'],
  [422, 'stage_gate_unmet', 'refused'],
  [429, 'too_many_requests', 'too_many'],
  [500, 'fault', 'fault'],
  [502, undefined, 'fault'],
] as const)('status %i with code %s is %s', (status, code, kind) => {
  expect(new ProblemError(status, code ? { code } : {}).kind).toBe(kind);
});

test('only what may pass by itself is repeated, only an unknown outcome keeps its key', () => {
  const facts = [0, 422, 429, 500, 503].map((status) => {
    const error = new ProblemError(status, {});
    return [status, error.passing, error.unknown];
  });
  expect(facts).toEqual([
    [0, true, true],
    [422, false, false],
    [429, false, false],
    [500, false, true],
    [503, true, true],
  ]);
});

test('an answer that is no problem becomes a fault of its status', () => {
  expect(readProblem(502, '<html>')).toEqual({ status: 502 });
  expect(readProblem(422, { code: 'invalid_input', title: '…' })).toEqual({ code: 'invalid_input', title: '…' });
});

test.each([
  ['7', 7],
  ['Wed, 18 Mar 2026 02:12:30 GMT', 30],
  ['soon', undefined],
  [null, undefined],
])('Retry-After %s asks for %s seconds', (header, seconds) => {
  expect(secondsToWait(header, Date.parse('2026-03-18T02:12:00Z'))).toBe(seconds);
});

test('the same intent after an unknown outcome keeps its key, another intent gets its own', () => {
  const attempt = { intent: '{"a":1}', key: 'k1' };
  expect(keyFor('{"a":1}', attempt, () => 'k2')).toBe('k1');
  expect(keyFor('{"a":2}', attempt, () => 'k2')).toBe('k2');
  expect(keyFor('{"a":1}', undefined, () => 'k2')).toBe('k2');
  expect(freshKey()).toMatch(/^[0-9a-f]{32}$/);
  expect(freshKey()).not.toBe(freshKey());
});
