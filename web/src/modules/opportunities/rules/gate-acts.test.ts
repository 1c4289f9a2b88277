import type { Unmet } from '@dealtrail/protocol/kernel';
import { expect, test } from 'vitest';
import { anOpportunity, aTask } from '../testing/an-opportunity.ts';
import { actFor, nextRightStep, taskBehind } from './gate-acts.ts';

const all = { update: true, advance: true, close: true, followUp: true, assign: true, confirmInvalid: false };
const none = { update: false, advance: false, close: false, followUp: false, assign: false, confirmInvalid: false };

const item = (kind: Unmet['kind'], key: string, act: string, label = `label.${key}`): Unmet => ({
  kind,
  key,
  act,
  label: { key: label, params: {} },
});
const amount = item('field', 'amountMinor', 'fill_field');
const interview = item('task', 'interview_customer', 'finish_task', 'opportunities.task.interview_customer');
const quote = item('evidence', 'quote_approved', 'record_evidence');
const order = item('order', 'solution_design', 'advance_stage');
const win = item('evidence', 'signing', 'close_won');

test('each kind of unmet item leads to the act that meets it', () => {
  expect(actFor(amount, all)).toEqual({ kind: 'edit', field: 'amountMinor' });
  expect(actFor(interview, all)).toEqual({ kind: 'tasks', label: interview.label });
  expect(actFor(order, all)).toEqual({ kind: 'advance', to: 'solution_design' });
  expect(actFor(win, all)).toEqual({ kind: 'close', outcome: 'won' });
});

test('evidence of later work and fields of other makers offer no act here', () => {
  expect(actFor(quote, all)).toBeUndefined();
  expect(actFor(item('field', 'custom.site', 'fill_field'), all)).toBeUndefined();
});

test('who may not do a thing is offered no act for it', () => {
  for (const each of [amount, interview, order, win]) expect(actFor(each, none)).toBeUndefined();
});

test('an unmet task is found in the list by its sentence, in the present stage and still open', () => {
  const open = aTask();
  const free = aTask({ id: 't-2', title: '约设备科长' });
  const found = (label: Unmet['label'], tasks = [open, free]) =>
    taskBehind(label, anOpportunity({ tasks, stageKey: 'needs_analysis' }))?.id;
  expect(found(interview.label)).toBe('t-1');
  expect(found({ key: 'opportunities.unmet.task', params: { task: '约设备科长' } })).toBe('t-2');
  expect(found({ key: 'opportunities.task.write_solution', params: {} })).toBeUndefined();
  expect(found(interview.label, [aTask({ doneAt: '2026-03-01T00:00:00Z' })])).toBeUndefined();
  expect(found(interview.label, [aTask({ stageKey: 'negotiation' })])).toBeUndefined();
});

const gate = (...unmet: Unmet[]) => ({ to: 'solution_design', unmet, met: [] });

test('the next right step is the first missing thing one can do', () => {
  const step = nextRightStep(anOpportunity({ gate: gate(quote, amount, interview) }));
  expect(step).toEqual({ kind: 'act', item: amount, act: { kind: 'edit', field: 'amountMinor' } });
});

test('with every condition met the next right step is the stage ahead', () => {
  expect(nextRightStep(anOpportunity({ gate: gate() }))).toEqual({ kind: 'advance', to: 'solution_design' });
});

test('where only others can go on, or advancing is not allowed, a follow-up remains', () => {
  expect(nextRightStep(anOpportunity({ gate: gate(quote) }))).toEqual({ kind: 'followUp' });
  const abilities = { ...none, followUp: true };
  expect(nextRightStep(anOpportunity({ gate: gate(), abilities }))).toEqual({ kind: 'followUp' });
  expect(nextRightStep(anOpportunity({ gate: gate(), abilities: none }))).toBeUndefined();
});

test('a deal won by word waits for its signing; a closed one for nothing', () => {
  const closed = gate();
  expect(nextRightStep(anOpportunity({ state: 'won_awaiting_signing', gate: closed }))).toEqual({ kind: 'signing' });
  const abilities = { ...all, close: false };
  expect(nextRightStep(anOpportunity({ state: 'won_awaiting_signing', gate: closed, abilities }))).toBeUndefined();
  expect(nextRightStep(anOpportunity({ state: 'lost', gate: closed }))).toBeUndefined();
});
