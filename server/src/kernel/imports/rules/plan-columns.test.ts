import { expect, test } from 'vitest';
import { cellsOf, damageOf, planColumns } from './plan-columns.ts';

const fields = [{ name: 'company' }, { name: 'source', choice: true }];
const header = ['公司 名称', '来源', '', '备注', '__proto__'];

function planned(mapping: Record<string, string> | [string, string][]) {
  const answer = planColumns(header, new Map(Array.isArray(mapping) ? mapping : Object.entries(mapping)), fields);
  return 'plan' in answer
    ? answer.plan.columns.map(({ at, field }) => [at, field.name])
    : answer.faults.map(({ column, code }) => `${column} ${code}`);
}

const cases: [string, Record<string, string> | [string, string][], unknown[]][] = [
  [
    'each named column feeds its field',
    { '公司 名称': 'company', 来源: 'source' },
    [
      [0, 'company'],
      [1, 'source'],
    ],
  ],
  ['spaces and line breaks in a heading do not matter', { ' 公司\n名称\ufeff': 'company' }, [[0, 'company']]],
  ['a column may be left out', { '公司 名称': 'company', 备注: '' }, [[0, 'company']]],
  [
    'a column that is not there is refused, also when it is left out',
    { 公司: 'company', 别的: '' },
    ['公司 unknown_column', '别的 unknown_column'],
  ],
  ['a column without a heading cannot be named', { '': 'company' }, [' unknown_column']],
  [
    'a field that is not declared is refused',
    { '公司 名称': 'ownerId', 来源: 'constructor' },
    ['公司 名称 unknown_field', '来源 unknown_field'],
  ],
  ['no field is fed twice', { '公司 名称': 'company', 来源: 'company' }, ['来源 field_twice']],
  ['a mapping of nothing is refused', { 备注: '' }, [' nothing_mapped']],
  ['an empty mapping is refused', {}, [' nothing_mapped']],
  ['a heading with a name of the language is a heading like any other', [['__proto__', 'company']], [[4, 'company']]],
];

test.each(cases)('%s', (_, mapping, expected) => {
  expect(planned(mapping)).toEqual(expected);
});

const plan = {
  columns: [
    { at: 0, field: { name: 'company' } },
    { at: 1, field: { name: 'source', choice: true } },
  ],
};

test('cells come cleaned by field name, and a choice that was not made is empty', () => {
  expect(cellsOf({ cells: ['\u3000甲公司\u200b ', 'Select', 'ignored'] }, plan)).toEqual({
    company: '甲公司',
    source: '',
  });
  expect(cellsOf({ cells: ['Select'] }, plan)).toEqual({ company: 'Select', source: '' });
});

test('damage counts in columns that are used, and moved cells always', () => {
  const problems = [
    { code: 'bad_encoding', column: 2 },
    { code: 'bad_encoding', column: 3 },
    { code: 'extra_cells', column: 4 },
  ];
  expect(damageOf({ cells: [], problems }, plan)).toEqual([
    { key: 'imports.row.bad_encoding', params: { column: 2 } },
    { key: 'imports.row.extra_cells', params: { column: 4 } },
  ]);
  expect(damageOf({ cells: [] }, plan)).toEqual([]);
});
