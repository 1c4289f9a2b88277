import type { Level } from '@dealtrail/protocol/leads';
import { z } from 'zod';

/** What the ideal customer is asked for (R9): how well the industry fits, how clear the need is, how large the budget. */
export const ProfileQuestion = z.enum(['industry', 'need', 'budget', 'other']);
export type ProfileQuestion = z.infer<typeof ProfileQuestion>;

/** What a rule of the profile says: points for one question. */
export const PrioritySays = z.strictObject({ question: ProfileQuestion, points: z.int().min(0).max(10) });
export type PrioritySays = z.infer<typeof PrioritySays>;

/** From how many points on a lead is of high and of medium priority. */
export const ProfileSettings = z
  .strictObject({ high: z.int().min(1).max(40), medium: z.int().min(1).max(40) })
  .refine(({ high, medium }) => medium <= high, { path: ['medium'] });
export type ProfileSettings = z.infer<typeof ProfileSettings>;

/** The priority that points make, of which each question gave its own. */
export function priorityOf(says: readonly PrioritySays[], { high, medium }: ProfileSettings): Level {
  const points = says.reduce((sum, one) => sum + one.points, 0);
  return points >= high ? 'high' : points >= medium ? 'medium' : 'low';
}

/** The questions of the profile that no rule answered. */
export function unanswered(says: readonly PrioritySays[]): ProfileQuestion[] {
  return (['industry', 'need', 'budget'] as const).filter((asked) => !says.some(({ question }) => question === asked));
}
