import { createCustomer } from '@dealtrail/protocol/customers';
import { listNumberPatterns, saveNumberPattern } from '@dealtrail/protocol/organization';
import { expect, test } from 'vitest';
import { type Caller, company } from '../../../testing/test-house.ts';

const people = { admin: { role: 'administrator' } } as const;

let serial = 0;
async function numberOfNew(admin: Caller): Promise<string> {
  const { body } = await admin.call(createCustomer, { body: { name: `绍兴越川纺机${(serial += 1)}厂` } });
  return body.number;
}

const save = (admin: Caller, pattern: string, version = 0, kind = 'customer') =>
  admin.call(saveNumberPattern, { body: { kind, pattern, version } });

test('the next customer is numbered by the new pattern, and the one before keeps its number', async () => {
  const { admin } = await company(people);
  expect(await numberOfNew(admin)).toBe('KH20260318001');
  const saved = await save(admin, 'C-{yyyy}-{nnnn}');
  expect(saved.body.items.find(({ kind }) => kind === 'customer')).toMatchObject({
    pattern: 'C-{yyyy}-{nnnn}',
    shipped: 'KH{yyyyMMdd}{nnn}',
    next: 'C-2026-0001',
    version: 1,
  });
  expect([await numberOfNew(admin), await numberOfNew(admin)]).toEqual(['C-2026-0001', 'C-2026-0002']);
});

test('with a wider counter the numbers go on', async () => {
  const { admin } = await company(people);
  await numberOfNew(admin);
  await save(admin, 'KH{yyyyMMdd}{nnnn}');
  expect(await numberOfNew(admin)).toBe('KH202603180002');
});

test.each([
  ['KH{yyyyMMdd}', 'pattern_needs_one_counter'],
  ['KH {nnn}', 'pattern_character_refused'],
  [`${'K'.repeat(40)}{nnn}`, 'pattern_too_long'],
])('the pattern %s is refused: %s', async (pattern, code) => {
  const { admin } = await company(people);
  const answer = await save(admin, pattern);
  expect([answer.status, answer.problem.fields?.[0]?.code]).toEqual([422, code]);
});

test('two kinds of object never make the same number, nor a kind one it had before', async () => {
  const { admin } = await company(people);
  expect((await save(admin, 'XLSH{yyyyMMdd}{nnn}')).problem).toMatchObject({
    code: 'number_pattern_meets',
    params: { pattern: 'XLSH{yyyyMMdd}{nnn}' },
  });
  await save(admin, 'C{yyyy}{nnn}');
  expect((await save(admin, 'KH{yyyyMM}{nnnnn}', 1)).problem.code).toBe('number_pattern_meets');
  expect((await save(admin, 'KH{yyyyMMdd}{nnn}', 1)).status).toBe(200);
});

test('of two who change a pattern one is told that it changed', async () => {
  const { admin } = await company(people);
  const kinds = (await admin.call(listNumberPatterns, {})).body.items.length;
  const answers = await Promise.all([save(admin, 'A{yyyy}{nnn}'), save(admin, 'B{yyyy}{nnn}')]);
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409]);
  expect((await save(admin, 'Z{nnn}', 0, 'unicorn')).problem.code).toBe('number_kind_unknown');
  expect((await admin.call(listNumberPatterns, {})).body.items).toHaveLength(kinds);
});
