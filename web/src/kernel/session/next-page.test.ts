import { expect, test } from 'vitest';
import { safeNext } from './next-page.ts';

test.each([
  ['/leads?filter=%7B%7D#top', '/leads?filter=%7B%7D#top'],
  ['/opportunities/42', '/opportunities/42'],
])('after signing in %s is shown', (next, shown) => {
  expect(safeNext(next)).toBe(shown);
});

test.each([
  undefined,
  '',
  'leads',
  'https://elsewhere.example/',
  '//elsewhere.example/leads',
  '/\\elsewhere.example',
  '/\u0009/elsewhere.example',
  '/./../..//elsewhere.example',
  'javascript:alert(1)',
  '/sign-in?next=/sign-in',
  '/join/token',
  '/api/v1/leads',
])('%s leads home, never away', (next) => {
  expect(safeNext(next)).toBe('/');
});
