import type { Lead } from '@dealtrail/protocol/leads';
import { expect, test } from 'vitest';
import { changesOf } from '../../kernel/edits/index.ts';
import { begunWith, givenFacts, leadFacts, type LeadTyped, settledFacts } from './lead-changes.ts';

const seen = {
  companyName: '绍兴越川纺机',
  contactName: '郑总',
  contactTitle: null,
  phone: '138****2046',
  email: null,
  landline: null,
  wechat: null,
  industry: '纺织机械',
  customerType: 'new',
  region: '华东',
  province: null,
  city: null,
  need: '喷气织机筘座孔径在线检测 2 条线',
  budgetMinor: 70_000_000,
  currency: 'CNY',
  expectedPurchaseOn: '2026-04-30',
  campaign: null,
  referrer: null,
  referredBy: null,
  version: 3,
} as Lead;

const began = begunWith(seen);
const changed = (change: LeadTyped) =>
  changesOf(leadFacts, began, settledFacts({ ...(began as LeadTyped), ...change }, began));

test('a form opened and saved changes nothing', () => {
  expect(changed({})).toEqual({});
});

test('masked contact data never stands in the form and is never sent back', () => {
  expect(began.phone).toBeNull();
  expect(changed({ phone: '' })).toEqual({});
});

test('a number typed anew replaces the old one', () => {
  expect(changed({ phone: ' 13900001111 ' })).toEqual({ phone: '13900001111' });
});

test('only what changed is sent; an emptied field is cleared', () => {
  expect(changed({ contactTitle: '设备副总', industry: ' ', budgetMinor: null })).toEqual({
    contactTitle: '设备副总',
    industry: null,
    budgetMinor: null,
  });
});

test('spaces around a word are no change, and a currency is never emptied', () => {
  expect(changed({ companyName: ' 绍兴越川纺机 ', currency: null })).toEqual({});
  expect(changed({ currency: 'USD' })).toEqual({ currency: 'USD' });
});

test('a new lead sends what was given, not what was left empty', () => {
  expect(givenFacts({ companyName: ' 华星 ', contactName: '', budgetMinor: 0, phone: null, need: undefined })).toEqual({
    companyName: '华星',
    budgetMinor: 0,
  });
});
