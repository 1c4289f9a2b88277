import { expect, test } from 'vitest';
import { z } from './inert-schemas.ts';

interface Anything {
  (...given: unknown[]): Anything;
  [name: string]: Anything;
}

test('protocol code that builds schemas runs, and lists of an enum stay readable', () => {
  const schemas = z as Anything;
  const state = schemas['enum']?.(['open', 'won']);
  expect(state?.['options']).toEqual(['open', 'won']);
  expect(state?.['enum']).toEqual({ open: 'open', won: 'won' });
  const object = schemas['strictObject']?.({ state, name: schemas['string']?.()['min']?.(1)['optional']?.() });
  expect(() => object?.['extend']?.({}).pick?.({})).not.toThrow();
});

test('asking a schema of the browser to check something is an error, not a silent yes', () => {
  expect(() => (z as Anything)['string']?.()['parse']?.('x')).toThrow('validates nothing');
});
