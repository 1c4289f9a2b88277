import { Process } from '@dealtrail/protocol/opportunities';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standardProcess } from './default-process.ts';
import { nextStage, SalesProcess, stageMove } from './sales-process.ts';
import { type GateFacts, previewGates, unmetGates, unmetToWin } from './stage-gates.ts';

const today = '2026-03-18';
const filled = { needSummary: '两条产线要 MES', amountMinor: 80_000_000, expectedCloseOn: '2026-06-30' };
const done = (stageKey: string, templateKey: string, change = {}) => ({
  templateKey,
  stageKey,
  title: { key: `opportunities.task.${templateKey}`, params: {} },
  required: true,
  done: true,
  ownerName: '周予安',
  ...change,
});

const facts = (change: Partial<GateFacts> = {}): GateFacts => ({
  stageKey: 'needs_analysis',
  ownerName: '周予安',
  fields: filled,
  tasks: [done('needs_analysis', 'interview_customer')],
  evidence: [],
  won: false,
  ...change,
});
const missing = (change: Partial<GateFacts>, to = 'solution_design') =>
  unmetGates(standardProcess, facts(change), to, today);

describe('leaving needs analysis', () => {
  test('with every field filled and the required task done nothing is missing', () => {
    expect(missing({})).toEqual([]);
  });

  test.each([
    [{ fields: { ...filled, needSummary: '  ' } }, 'needSummary', 'opportunities.unmet.field.needSummary'],
    [{ fields: { ...filled, amountMinor: null } }, 'amountMinor', 'opportunities.unmet.field.amountMinor'],
    [{ fields: { ...filled, amountMinor: 0 } }, 'amountMinor', 'opportunities.unmet.field.amountMinor'],
    [{ fields: { needSummary: 'x', amountMinor: 1 } }, 'expectedCloseOn', 'opportunities.unmet.field.expectedCloseOn'],
    [{ fields: { ...filled, expectedCloseOn: '2026-03-17' } }, 'expectedCloseOn', 'opportunities.unmet.close_day_gone'],
  ])('with %o the field %s is missing', (change, key, label) => {
    expect(missing(change)).toMatchObject([
      { kind: 'field', key, label: { key: label }, who: '周予安', act: 'fill_field' },
    ]);
  });

  test('a close date of today is still good', () => {
    expect(missing({ fields: { ...filled, expectedCloseOn: today } })).toEqual([]);
  });

  test('the required task must be done, and its owner is named', () => {
    const open = { tasks: [done('needs_analysis', 'interview_customer', { done: false, ownerName: '林雪' })] };
    expect(missing(open)).toEqual([
      {
        kind: 'task',
        key: 'interview_customer',
        label: { key: 'opportunities.task.interview_customer', params: {} },
        who: '林雪',
        act: 'finish_task',
      },
    ]);
    expect(missing({ tasks: [] })).toMatchObject([{ key: 'interview_customer', who: '周予安' }]);
    expect(missing({ tasks: [done('solution_design', 'interview_customer')] })).toHaveLength(1);
  });

  test('a task a person marked as required holds the stage too', () => {
    const own = {
      templateKey: null,
      stageKey: 'needs_analysis',
      title: '补充现场照片',
      required: true,
      done: false,
      ownerName: null,
    };
    expect(missing({ tasks: [done('needs_analysis', 'interview_customer'), own] })).toMatchObject([
      { kind: 'task', label: { key: 'opportunities.unmet.task', params: { task: '补充现场照片' } }, who: '周予安' },
    ]);
  });
});

describe('the order of stages', () => {
  test('stages between are named one by one', () => {
    expect(missing({}, 'contract_signing').map(({ kind, key, act }) => [kind, key, act])).toEqual([
      ['order', 'solution_design', 'advance_stage'],
      ['order', 'negotiation', 'advance_stage'],
    ]);
  });

  test('a stage after the win asks for the win', () => {
    const signing = { stageKey: 'contract_signing', tasks: [] };
    expect(missing(signing, 'delivery')).toMatchObject([{ key: 'signing', act: 'close_won' }]);
    expect(missing({ ...signing, won: true }, 'delivery')).toEqual([]);
  });

  test('going back and staying meet no gate', () => {
    expect(missing({ stageKey: 'negotiation', fields: {}, tasks: [] }, 'needs_analysis')).toEqual([]);
    expect(missing({ fields: {} }, 'needs_analysis')).toEqual([]);
  });

  test('an unknown stage is said to be unknown', () => {
    expect(missing({}, 'dreaming')).toMatchObject([{ label: { key: 'opportunities.unmet.stage_unknown' } }]);
  });

  test('a win asks for every stage up to the one it is won on leaving', () => {
    expect(unmetToWin(standardProcess, facts({ stageKey: 'contract_signing', tasks: [] }), today)).toEqual([]);
    expect(unmetToWin(standardProcess, facts(), today).map(({ key }) => key)).toEqual([
      'solution_design',
      'negotiation',
      'contract_signing',
    ]);
  });
});

describe('evidence', () => {
  const bidding = SalesProcess.parse({
    ...standardProcess,
    stages: standardProcess.stages.map((stage) =>
      stage.key === 'negotiation'
        ? { ...stage, requiredEvidence: ['quote_approved', 'site_survey'], tasks: [] }
        : stage,
    ),
  });
  const at = (evidence: GateFacts['evidence']) =>
    unmetGates(bidding, facts({ stageKey: 'negotiation', evidence }), 'contract_signing', today).map(
      ({ label }) => label.key,
    );

  test('a later chapter proves what it did', () => {
    expect(at([])).toEqual(['opportunities.unmet.evidence.quote_approved', 'opportunities.unmet.evidence.other']);
    expect(at([{ kind: 'quote_approved' }, { kind: 'site_survey', validUntil: today }])).toEqual([]);
  });

  test('evidence that has run out proves nothing', () => {
    expect(at([{ kind: 'quote_approved', validUntil: '2026-03-17' }, { kind: 'site_survey' }])).toHaveLength(1);
  });
});

test('the standard process is what the protocol shows', () => {
  expect(Process.parse(standardProcess).stages.map(({ key, probability }) => [key, probability])).toEqual([
    ['lead_capture', 10],
    ['needs_analysis', 20],
    ['solution_design', 40],
    ['negotiation', 60],
    ['contract_signing', 90],
    ['delivery', 100],
  ]);
  expect(nextStage(standardProcess, 'negotiation')?.key).toBe('contract_signing');
  expect(nextStage(standardProcess, 'delivery')).toBeUndefined();
  expect(stageMove(standardProcess, 'negotiation', 'needs_analysis')).toBe('backward');
});

test.each([{ opensAt: 'nowhere' }, { wonOnLeaving: 'lead_capture' }, { stages: standardProcess.stages.toReversed() }])(
  'a process with %o is refused',
  (change) => {
    expect(SalesProcess.safeParse({ ...standardProcess, ...change }).success).toBe(false);
  },
);

const someFacts = fc.record({
  stageKey: fc.constantFrom(...standardProcess.stages.map(({ key }) => key)),
  ownerName: fc.option(fc.constant('周予安')),
  fields: fc
    .subarray(['needSummary', 'amountMinor', 'expectedCloseOn'] as const)
    .map((names) => Object.fromEntries(names.map((name) => [name, filled[name]]))),
  tasks: fc.subarray(standardProcess.stages.flatMap((stage) => stage.tasks.map((task) => done(stage.key, task.key)))),
  evidence: fc.constant([]),
  won: fc.boolean(),
});

test('what is met and what is not never overlap, and filling a gap never opens another', () => {
  fc.assert(
    fc.property(someFacts, fc.constantFrom(...standardProcess.stages.map(({ key }) => key)), (some, to) => {
      const view = previewGates(standardProcess, some, to, today);
      const open = view.unmet.map(({ kind, key }) => `${kind} ${key}`);
      expect(view.met.filter(({ kind, key }) => open.includes(`${kind} ${key}`))).toEqual([]);
      const better = previewGates(standardProcess, { ...some, fields: filled, won: true }, to, today);
      expect(better.unmet.every(({ kind, key }) => open.includes(`${kind} ${key}`))).toBe(true);
    }),
    { numRuns: 300 },
  );
});
