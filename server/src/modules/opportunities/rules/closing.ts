import type { Why } from '@dealtrail/protocol/kernel';
import { placeOf, type SalesProcess } from './sales-process.ts';
import { why } from './why.ts';

export interface ClosingToJudge {
  readonly outcome: 'won' | 'lost' | 'invalid';
  /** Lost: free words. Invalid: `wrong_information` or `customer_cancelled`, or the Chinese for it. */
  readonly reason?: string | null | undefined;
  /** Who won instead; `none` when nobody did. */
  readonly competitor?: string | null | undefined;
  /** The customer's own words. */
  readonly note?: string | null | undefined;
  /** yyyy-mm-dd. */
  readonly signedOn?: string | null | undefined;
  readonly contractNo?: string | null | undefined;
  readonly amountMinor?: number | null | undefined;
}

export interface ClosingContext {
  readonly process: SalesProcess;
  readonly stageKey: string;
  /** yyyy-mm-dd in the organisation's zone. */
  readonly today: string;
  /** True when the person who closes may confirm an invalid opportunity (sales manager). */
  readonly mayConfirmInvalid: boolean;
  /** True when a file from the customer is attached to the closing. */
  readonly hasCustomerFile: boolean;
}

export type ClosingField = 'reason' | 'competitor' | 'note' | 'signedOn' | 'contractNo' | 'amountMinor';

export type ClosingVerdict =
  | {
      readonly ok: true;
      readonly state: 'won' | 'won_awaiting_signing' | 'lost' | 'invalid';
      /** Of a win by word: what its signing still lacks. */
      readonly missing: readonly ClosingField[];
      readonly why: readonly Why[];
    }
  | {
      readonly ok: false;
      readonly problem: 'close_incomplete' | 'confirmation_needed' | 'signing_in_future';
      readonly missing: readonly ClosingField[];
      readonly why: readonly Why[];
    };

/**
 * What a closing needs and which state it leads to (R34, R68). A win without the whole signing (date, number, amount) is
 * 赢单（待签约) and counts nowhere as converted.
 */
export function judgeClosing(closing: ClosingToJudge, context: ClosingContext): ClosingVerdict {
  if (closing.outcome === 'won') return judgeWin(closing, context);
  return closing.outcome === 'lost' ? judgeLoss(closing) : judgeInvalid(closing, context);
}

const told = (text: string | null | undefined): boolean => (text ?? '').trim() !== '';

function judgeWin(closing: ClosingToJudge, { today }: ClosingContext): ClosingVerdict {
  const { signedOn, contractNo, amountMinor } = closing;
  if (signedOn && signedOn > today) {
    const reason = why('opportunities.why.close.signing_in_future', { signedOn, today });
    return { ok: false, problem: 'signing_in_future', missing: ['signedOn'], why: [reason] };
  }
  const missing: ClosingField[] = [];
  if (!signedOn) missing.push('signedOn');
  if (!told(contractNo)) missing.push('contractNo');
  if (!amountMinor || amountMinor <= 0) missing.push('amountMinor');
  if (missing.length === 0) return { ok: true, state: 'won', missing, why: [why('opportunities.why.close.signed')] };
  const reasons = [why('opportunities.why.close.awaiting_signing'), ...missing.map(sayMissing)];
  return { ok: true, state: 'won_awaiting_signing', missing, why: reasons };
}

function judgeLoss(closing: ClosingToJudge): ClosingVerdict {
  const missing: ClosingField[] = [];
  if (!told(closing.reason)) missing.push('reason');
  if (!told(closing.competitor)) missing.push('competitor');
  if (missing.length > 0) return incomplete(missing);
  return { ok: true, state: 'lost', missing, why: [why('opportunities.why.close.lost')] };
}

const invalidReasons: Readonly<Record<string, 'wrong_information' | 'customer_cancelled'>> = {
  wrong_information: 'wrong_information',
  信息错误: 'wrong_information',
  customer_cancelled: 'customer_cancelled',
  客户取消: 'customer_cancelled',
};

/** Which of the two reasons for 无效 a text means; undefined for any other. */
export const invalidReasonOf = (
  text: string | null | undefined,
): 'wrong_information' | 'customer_cancelled' | undefined => invalidReasons[(text ?? '').trim().toLowerCase()];

/** Past 需求分析 a deal was once believed in: only the sales manager may call it unreal, so no loss hides as invalid. */
function judgeInvalid(closing: ClosingToJudge, context: ClosingContext): ClosingVerdict {
  const reason = invalidReasonOf(closing.reason);
  if (reason === undefined) {
    return {
      ok: false,
      problem: 'close_incomplete',
      missing: ['reason'],
      why: [why('opportunities.why.close.invalid_reason')],
    };
  }
  if (reason === 'customer_cancelled' && !told(closing.note) && !context.hasCustomerFile) {
    return {
      ok: false,
      problem: 'close_incomplete',
      missing: ['note'],
      why: [why('opportunities.why.close.customer_words')],
    };
  }
  const late = placeOf(context.process, context.stageKey) > placeOf(context.process, context.process.opensAt);
  if (late && !context.mayConfirmInvalid) {
    return {
      ok: false,
      problem: 'confirmation_needed',
      missing: [],
      why: [why('opportunities.why.close.manager_confirms')],
    };
  }
  return { ok: true, state: 'invalid', missing: [], why: [why(`opportunities.why.close.${reason}`)] };
}

const sayMissing = (field: ClosingField): Why => why(`opportunities.why.close.missing.${field}`);

const incomplete = (missing: readonly ClosingField[]): ClosingVerdict => ({
  ok: false,
  problem: 'close_incomplete',
  missing,
  why: missing.map(sayMissing),
});
