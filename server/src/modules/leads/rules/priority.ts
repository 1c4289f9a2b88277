import type { Why } from '@dealtrail/protocol/kernel';
import { z } from 'zod';
import { findWord, fold, tells } from './need-words.ts';
import { why } from './why.ts';

const Words = z.array(z.string().trim().min(1).max(60)).min(1).max(300);
const Threshold = z.strictObject({ high: z.int().positive(), medium: z.int().positive() });

/** The ideal customer: three questions of 0 to 2 points each and the sums that make a priority. */
export const CustomerProfile = z.strictObject({
  /** Words of an industry's name; `core` gives 2 points, `near` 1. */
  industries: z.strictObject({ core: Words, near: Words }),
  need: z.strictObject({ clearWords: Words, leastLetters: z.int().min(1) }),
  /** Minor units per currency; a currency that is not listed cannot be judged. */
  budgets: z.record(z.string().length(3), Threshold),
  points: z.strictObject({ high: z.int().min(1).max(6), medium: z.int().min(1).max(6) }),
});
export type CustomerProfile = z.infer<typeof CustomerProfile>;

export interface PriorityFacts {
  readonly industry?: string | null;
  readonly need?: string | null;
  /** Minor units of `currency`. */
  readonly budgetMinor?: number | null;
  readonly currency?: string | null;
}

export interface Priority {
  readonly priority: 'high' | 'medium' | 'low';
  /** 0 to 6: industry fit, clarity of need and size of budget with 0 to 2 points each. */
  readonly points: number;
  readonly why: readonly Why[];
}

type Mark = readonly [points: number, reason: Why];

/** How well a lead fits the ideal customer (R9), with one reason per question. */
export function judgePriority(facts: PriorityFacts, profile: CustomerProfile): Priority {
  const marks = [industryFit(facts, profile), needClarity(facts, profile), budgetSize(facts, profile)];
  const points = marks.reduce((sum, [mark]) => sum + mark, 0);
  const priority = points >= profile.points.high ? 'high' : points >= profile.points.medium ? 'medium' : 'low';
  return { priority, points, why: marks.map(([, reason]) => reason) };
}

function industryFit({ industry }: PriorityFacts, profile: CustomerProfile): Mark {
  if (!tells(industry)) return [0, why('leads.why.priority.industry_unknown')];
  if (findWord(industry, profile.industries.core) !== undefined) {
    return [2, why('leads.why.priority.industry_core', { industry })];
  }
  if (findWord(industry, profile.industries.near) !== undefined) {
    return [1, why('leads.why.priority.industry_near', { industry })];
  }
  return [0, why('leads.why.priority.industry_apart', { industry })];
}

function needClarity({ need }: PriorityFacts, profile: CustomerProfile): Mark {
  if (!tells(need)) return [0, why('leads.why.priority.need_unknown')];
  const letters = fold(need).match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  if (letters < profile.need.leastLetters) return [0, why('leads.why.priority.need_short')];
  const word = findWord(need, profile.need.clearWords);
  if (word === undefined) return [1, why('leads.why.priority.need_general')];
  return [2, why('leads.why.priority.need_clear', { word })];
}

function budgetSize({ budgetMinor, currency }: PriorityFacts, profile: CustomerProfile): Mark {
  if (budgetMinor === null || budgetMinor === undefined) return [0, why('leads.why.priority.budget_unknown')];
  const money = currency ?? 'CNY';
  const threshold = profile.budgets[money];
  if (threshold === undefined) return [0, why('leads.why.priority.budget_currency_unlisted', { currency: money })];
  const params = { budgetMinor, currency: money };
  if (budgetMinor >= threshold.high) return [2, why('leads.why.priority.budget_large', params)];
  if (budgetMinor >= threshold.medium) return [1, why('leads.why.priority.budget_middle', params)];
  return [0, why('leads.why.priority.budget_small', params)];
}
