import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import rules from '../.dependency-cruiser.cjs';
import { unseenFiles } from './architecture/imports.mjs';
import { checkArchitecture } from './check-architecture.mjs';

const trees = mkdtempSync(join(tmpdir(), 'dealtrail-trees-'));
afterAll(() => rmSync(trees, { recursive: true }));

/** Judges a small tree; of each file only what matters is written. */
async function brokenRules(files: Record<string, string>): Promise<string[]> {
  const root = mkdtempSync(join(trees, 'tree-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  symlinkSync(join(import.meta.dirname, '..', 'node_modules'), join(root, 'node_modules'));
  const { violations } = await checkArchitecture(root);
  return [...new Set(violations.map(({ rule }) => rule))];
}

const LEADS = 'server/src/modules/leads';
const CUSTOMERS = 'server/src/modules/customers';
/** The rules outside .dependency-cruiser.cjs. */
const OWN_RULES = [
  'house-list',
  'file-size',
  'folder-size',
  'banned-name',
  'kebab-case',
  'machine-time',
  'sql-time',
  'write-outside-store',
  'no-exemption',
];
const lines = (count: number) => 'export {};\n'.repeat(count);

const bad: [rule: string, what: string, files: Record<string, string>][] = [
  [
    'no-later-chapter',
    'customers read leads',
    { [`${CUSTOMERS}/a.ts`]: `import '../leads/index.ts';`, [`${LEADS}/index.ts`]: 'export {};' },
  ],
  [
    'no-later-chapter',
    'the same by a type alone, in the browser',
    {
      'web/src/modules/customers/a.ts': `import type { Lead } from '../leads/index.ts';\nexport type A = Lead;`,
      'web/src/modules/leads/index.ts': 'export interface Lead { id: string }',
    },
  ],
  [
    'no-upper-floor',
    'one upper floor reads another',
    {
      'server/src/modules/field/a.ts': `import '../reviews/index.ts';`,
      'server/src/modules/reviews/index.ts': 'export {};',
    },
  ],
  [
    'only-through-the-face',
    'leads read a store of customers',
    { [`${LEADS}/a.ts`]: `import '../customers/store/b.ts';`, [`${CUSTOMERS}/store/b.ts`]: 'export {};' },
  ],
  [
    'only-through-the-face',
    'the main file reads behind a face',
    { 'server/src/main.ts': `import './modules/leads/a.ts';`, [`${LEADS}/a.ts`]: 'export {};' },
  ],
  [
    'only-the-house-knows-all',
    'the main file reads a module.ts',
    { 'server/src/main.ts': `import './modules/leads/module.ts';`, [`${LEADS}/module.ts`]: 'export {};' },
  ],
  [
    'kernel-knows-no-chapter',
    'a kernel room reads a chapter',
    { 'server/src/kernel/http/a.ts': `import '../../modules/leads/index.ts';`, [`${LEADS}/index.ts`]: 'export {};' },
  ],
  ['protocol-stands-alone', 'the protocol uses a library', { 'protocol/src/leads/index.ts': `import 'fastify';` }],
  ['protocol-stands-alone', 'a protocol test uses one', { 'protocol/src/leads/a.test.ts': `import 'fastify';` }],
  [
    'web-never-imports-server',
    'the browser reads the server',
    { 'web/src/app/a.ts': `import '../../../server/src/a.ts';`, 'server/src/a.ts': 'export {};' },
  ],
  [
    'server-never-imports-web',
    'the server reads the browser',
    { 'server/src/a.ts': `import '../../web/src/a.ts';`, 'web/src/a.ts': 'export {};' },
  ],
  [
    'kit-knows-nothing-of-ours',
    'the kit reads the browser kernel',
    { 'web/src/kit/a.ts': `import '../kernel/b.ts';`, 'web/src/kernel/b.ts': 'export {};' },
  ],
  [
    'chapters-know-no-page',
    'a chapter reads a page',
    { 'web/src/modules/leads/a.ts': `import '../../pages/b.ts';`, 'web/src/pages/b.ts': 'export {};' },
  ],
  [
    'rules-are-pure',
    'a rule reads the clock',
    {
      [`${LEADS}/rules/a.ts`]: `import '../../../kernel/time/time.ts';`,
      'server/src/kernel/time/time.ts': 'export {};',
    },
  ],
  [
    'rules-are-pure',
    'a rule reads a store',
    { [`${LEADS}/rules/a.ts`]: `import '../store/b.ts';`, [`${LEADS}/store/b.ts`]: 'export {};' },
  ],
  [
    'rules-are-pure',
    'a rule of the kernel reads files',
    { 'server/src/kernel/imports/rules/a.ts': `import 'node:fs';` },
  ],
  [
    'no-test-in-the-product',
    'the product uses a builder',
    { [`${LEADS}/a.ts`]: `import './testing/build-lead.ts';`, [`${LEADS}/testing/build-lead.ts`]: 'export {};' },
  ],
  [
    'no-circle',
    'two files need each other, by type alone',
    {
      'server/src/a.ts': `import type { B } from './b.ts';\nexport type A = B;`,
      'server/src/b.ts': `import type { A } from './a.ts';\nexport type B = A;`,
    },
  ],
  ['nothing-missing', 'an import leads nowhere', { 'server/src/a.ts': `import './gone.ts';` }],
  [
    'house-list',
    'the house is out of order',
    {
      'server/src/house.ts': `import { leads } from './modules/leads/module.ts';\nimport { customers } from './modules/customers/module.ts';\nexport const house = [leads, customers];`,
      [`${LEADS}/module.ts`]: 'export const leads = 1;',
      [`${CUSTOMERS}/module.ts`]: 'export const customers = 1;',
    },
  ],
  [
    'house-list',
    'a chapter is imported and not listed',
    {
      'server/src/house.ts': `import { leads } from './modules/leads/module.ts';\nexport const house = [];`,
      [`${LEADS}/module.ts`]: 'export const leads = 1;',
    },
  ],
  ['house-list', 'a folder that is no chapter', { 'server/src/modules/billing/a.ts': 'export {};' }],
  ['file-size', 'a file of 301 lines', { 'server/src/a.ts': lines(301) }],
  ['file-size', 'a test of 501 lines', { 'server/src/a.test.ts': lines(501) }],
  [
    'folder-size',
    '21 files in a folder',
    Object.fromEntries(Array.from({ length: 21 }, (_, i) => [`server/src/kernel/a/file-${i}.ts`, 'export {};'])),
  ],
  ['banned-name', 'a file of helpers', { 'server/src/lead-helpers.ts': 'export {};' }],
  ['banned-name', 'a folder of utils', { 'web/src/utils/a.ts': 'export {};' }],
  ['kebab-case', 'a camel-case name', { 'server/src/openLead.ts': 'export {};' }],
  ['machine-time', 'Date.now', { 'server/src/a.ts': 'export const at = Date.now();' }],
  ['machine-time', 'new Date without arguments', { 'server/src/a.ts': 'export const at = new Date();' }],
  ['machine-time', 'chance', { 'server/src/a.ts': 'export const n = Math.random();' }],
  ['sql-time', 'now() in a statement', { 'server/src/a.ts': 'export const q = `select now()`;' }],
  [
    'sql-time',
    'current_date between parameters',
    { 'server/src/a.ts': 'export const q = (n: number) => `${n} < CURRENT_DATE`;' },
  ],
  [
    'sql-time',
    'a default in a migration',
    { 'server/src/migrations/a.sql': 'create table a (at timestamptz default now());' },
  ],
  ['write-outside-store', 'an operation inserts', { [`${LEADS}/operations/a.ts`]: 'await tx.insert(leads, []);' }],
  ['write-outside-store', 'an operation updates by the builder', { [`${LEADS}/a.ts`]: `db.updateTable('app.leads');` }],
  [
    'write-outside-store',
    'a reaction writes SQL',
    { [`${LEADS}/a.ts`]: 'export const q = `update app.leads set x = 1`;' },
  ],
  ['no-exemption', 'a rule switched off', { 'server/src/a.ts': '// oxlint-disable-next-line no-console\nexport {};' }],
  ['no-exemption', 'a type error silenced', { 'server/src/a.ts': '// @ts-expect-error\nexport {};' }],
  ['no-exemption', 'work left for later', { 'server/src/a.ts': '// TODO\nexport {};' }],
  ['no-exemption', 'a test switched off', { 'server/src/a.test.ts': `test.skip('x');` }],
];

test.each(bad)('%s: %s', async (rule, _, files) => {
  expect(await brokenRules(files)).toContain(rule);
});

test('a house in order breaks no rule', async () => {
  const files = {
    'protocol/src/leads/index.ts': `import { z } from 'zod';\nexport const Lead = z.object({});`,
    'server/src/house.ts': `import { customers } from './modules/customers/module.ts';\nimport { leads } from './modules/leads/module.ts';\nexport const house = [customers, leads];`,
    [`${CUSTOMERS}/module.ts`]: 'export const customers = 1;',
    [`${CUSTOMERS}/index.ts`]: `export { find } from './store/find.ts';`,
    [`${CUSTOMERS}/store/find.ts`]:
      'export const find = (time: { now(): Date }) => [time.now(), `insert into app.customers`];',
    [`${LEADS}/module.ts`]: `import { find } from '../customers/index.ts';\nexport const leads = find;`,
    [`${LEADS}/rules/a.ts`]: 'export const at = (millis: number) => new Date(millis);',
    [`${LEADS}/a.test.ts`]: `import '../customers/testing/build.ts';\nconst at = new Date();`,
    [`${CUSTOMERS}/testing/build.ts`]: 'export {};',
    'server/src/kernel/jobs/a.sql': 'select now();',
    'server/src/migrations/a.sql': '-- never now()\nselect 1;',
    'web/src/modules/leads/index.tsx': `import '../../kit/a.ts';`,
    'web/src/kit/a.ts': 'export {};',
  };
  expect(await brokenRules(files)).toEqual([]);
});

test('a file the import check did not read is not called clean', () => {
  const files = ['server/src/a.ts', 'server/src/b.ts'].map((path) => ({ path, isScript: true }));
  expect(unseenFiles(files, new Set(['server/src/a.ts']))).toMatchObject([
    { rule: 'every-file-seen', path: 'server/src/b.ts' },
  ]);
});

test('every rule is shown to bite', () => {
  const names = [...(rules.forbidden ?? []).map(({ name }) => name), ...OWN_RULES];
  expect([...new Set(names)].filter((name) => !bad.some(([rule]) => rule === name))).toEqual([]);
});
