import { importErrors } from '@dealtrail/protocol/imports';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { alsoOpen, company, testHouse } from '../../testing/test-house.ts';
import { buildWorkbook, deflatedRepeats } from './box/testing/build-workbook.ts';
import { account, mischief, pebbles, send } from './testing/pebbles.ts';

beforeAll(() => alsoOpen(pebbles));
beforeEach(() => {
  mischief.beforeBatch = () => undefined;
});

const people = { boss: { role: 'supervisor', department: 'North', supervises: 'North' } } as const;
const cell = (place: string, inside: string, more = '') => `<c r="${place}"${more}>${inside}</c>`;
const text = (place: string, words: string) => cell(place, `<is><t>${words}</t></is>`, ' t="inlineStr"');
const head = `<row r="1">${text('A1', '名称')}${text('B1', '颜色')}</row>`;

test('a bomb of a workbook is refused over HTTP, and the next file is taken as ever', async () => {
  const house = await testHouse();
  const { boss } = await company(people);
  const block = `<row>${'<c t="inlineStr"><is><t>甲</t></is></c>'.repeat(200)}</row>`.repeat(20);
  const times = 2_500;
  const bomb = buildWorkbook({
    rows: '',
    sheetEntry: { packed: deflatedRepeats(block, times), inflated: Buffer.byteLength(block) * times },
  });
  const { status, problem } = await send(boss, { file: bomb, name: '客户.xlsx' });
  expect([status, problem.code, problem.params?.reason]).toEqual([422, 'sheet_refused', 'limits']);
  const { id } = await send(boss, { file: '名称,颜色\n甲,红\n' });
  await house.drain(boss.orgId);
  expect(await account(boss, id)).toMatchObject({ state: 'done', created: 1 });
});

test('GBK that calls itself UTF-8 is read by its content, and a mixed file loses only its bad rows', async () => {
  const house = await testHouse();
  const { boss } = await company(people);
  // 名称,颜色 / 甲,红 in GB18030
  const gbk = Buffer.from('c3fbb3c62cd1d5c9ab0abcd72cbaec0a', 'hex');
  const labelled = await send(boss, { file: gbk, name: '客户-UTF8.csv' });
  const rows = Array.from({ length: 60 }, (_, i) => `石头第${i}号,红`).join('\n');
  const mixed = Buffer.concat([Buffer.from(`名称,颜色\n${rows}\n`), Buffer.from([0xbc, 0xd7]), Buffer.from(',红\n')]);
  const other = await send(boss, { file: mixed });
  await house.drain(boss.orgId);
  expect(await account(boss, labelled.id)).toMatchObject({ encoding: 'gb18030', created: 1 });
  expect(await account(boss, other.id)).toMatchObject({ encoding: 'utf-8', rows: 61, created: 60, rejected: 1 });
});

test('a cell of 100 000 characters rejects its row, and the error file holds what Excel can', async () => {
  const house = await testHouse();
  const { boss } = await company(people);
  const { id } = await send(boss, { file: `名称,颜色\n${'长'.repeat(100_000)},红\n乙,红\n` });
  await house.drain(boss.orgId);
  const view = await account(boss, id);
  expect(view).toMatchObject({ rows: 2, created: 1, rejected: 1 });
  expect(view.samples[0]?.problems[0]?.key).toBe('imports.row.cell_too_long');
  const { body } = await boss.call(importErrors, { params: { id } });
  const [line = ''] = String(body).split('\r\n').slice(1);
  expect(line.split(',')[0]).toHaveLength(32_767);
});

test('a formula is never computed: its kept result is taken, one without a result rejects its row', async () => {
  const house = await testHouse();
  const { boss } = await company(people);
  const kept = `<row r="2">${cell('A2', '<f>1+1</f><v>2</v>')}${text('B2', '红')}</row>`;
  const open = `<row r="3">${cell('A3', '<f>WEBSERVICE("http://127.0.0.1:9/")</f>')}${text('B3', '红')}</row>`;
  const { id } = await send(boss, { file: buildWorkbook({ rows: head + kept + open }), name: '公式.xlsx' });
  await house.drain(boss.orgId);
  const view = await account(boss, id);
  expect(view).toMatchObject({ rows: 2, created: 1, rejected: 1 });
  expect(view.samples[0]?.problems[0]?.key).toBe('imports.row.formula_without_value');
});
