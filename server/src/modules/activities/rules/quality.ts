import type { FollowUpOutcome, QualityReason } from '@dealtrail/protocol/activities';
import { unfilledIn } from './template-blank.ts';
import { isVague, isVagueStep } from './vague-record.ts';

/** Grows whenever the points below change, so that scores of different rules are told apart. */
export const QUALITY_VERSION = 1;

/** Letters from which on a text is no longer called short (R29 asks for the fact, not for length). */
const ENOUGH_LETTERS = 12;

/** A follow-up as its quality is judged. */
export interface FollowUpToScore {
  readonly outcome: FollowUpOutcome;
  readonly content: string | null;
  readonly feedback: string | null;
  readonly nextStep: string | null;
  /** yyyy-mm-dd. */
  readonly nextStepOn: string | null;
  /** 补录: entered more than 24 hours after it happened. */
  readonly enteredLate: boolean;
  /** True when the record ends with it, so that no next step is asked for. */
  readonly ends: boolean;
}

/** A score of 0–100 and what it lost points by. */
export interface Quality {
  readonly score: number;
  readonly reasons: readonly QualityReason[];
}

/** Points a follow-up loses by each shortcoming; what the customer said and what comes next weigh most. */
export const lostBy: Readonly<Record<QualityReason, number>> = {
  content_missing: 40,
  content_vague: 35,
  content_short: 10,
  feedback_missing: 25,
  feedback_vague: 20,
  next_step_missing: 20,
  next_step_vague: 15,
  next_step_date_missing: 15,
  template_unfilled: 20,
  entered_late: 15,
};

const letters = (text: string | null): number => (text ?? '').replace(/[^\p{L}\p{N}]/gu, '').length;

function saidReasons({ content, feedback, nextStep, ends }: FollowUpToScore): QualityReason[] {
  const found: QualityReason[] = [];
  if (letters(content) === 0) found.push('content_missing');
  else if (isVague(content)) found.push('content_vague');
  else if (letters(content) < ENOUGH_LETTERS) found.push('content_short');
  if (letters(feedback) === 0) found.push('feedback_missing');
  else if (isVague(feedback)) found.push('feedback_vague');
  if (!ends && letters(nextStep) === 0) found.push('next_step_missing');
  else if (!ends && isVagueStep(nextStep)) found.push('next_step_vague');
  if ([content, feedback, nextStep].some((text) => unfilledIn(text) !== undefined)) found.push('template_unfilled');
  return found;
}

/**
 * How well a follow-up tells what happened, 0–100: an attempt is judged by the day of its next try and by when it was
 * entered, a contact also by its words.
 */
export function scoreFollowUp(record: FollowUpToScore): Quality {
  const { outcome, nextStepOn, enteredLate, ends } = record;
  const reasons = outcome === 'reached' ? saidReasons(record) : [];
  if (!ends && outcome !== 'wrong_number' && nextStepOn === null) reasons.push('next_step_date_missing');
  if (enteredLate) reasons.push('entered_late');
  const lost = reasons.reduce((sum, reason) => sum + lostBy[reason], 0);
  return { score: Math.max(0, 100 - lost), reasons };
}
