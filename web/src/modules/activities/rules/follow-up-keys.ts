import type { FollowUpMethod } from '@dealtrail/protocol/activities';
import type { FollowUpTyped } from '../follow-up-draft.ts';

/** The methods in the order of their tiles; the figure of its place chooses each. */
export const methodOrder: readonly FollowUpMethod[] = [
  'phone',
  'visit',
  'wechat',
  'meeting',
  'email',
  'sms',
  'exhibition',
];

/** The letter that opens the form on the record in hand. */
export const FOLLOW_UP_KEY = 'f';

const outcomes: Readonly<Record<string, Pick<FollowUpTyped, 'reached' | 'miss'>>> = {
  y: { reached: 'yes' },
  n: { reached: 'no', miss: 'no_answer' },
  b: { reached: 'no', miss: 'busy' },
  w: { reached: 'no', miss: 'wrong_number' },
};

/** What one key chooses while no words are written, and whether writing comes next. */
export interface Chosen {
  readonly patch: Partial<FollowUpTyped>;
  readonly on: boolean;
}

/** 1–7 choose the method; Y 有效沟通, N 无人接听, B 占线, W 号码错误 the outcome, after which the words come. */
export function chosenBy(key: string): Chosen | undefined {
  const method = /^[1-7]$/.test(key) ? methodOrder[Number(key) - 1] : undefined;
  if (method) return { patch: { method }, on: false };
  const outcome = outcomes[key.toLowerCase()];
  return outcome && { patch: outcome, on: true };
}
