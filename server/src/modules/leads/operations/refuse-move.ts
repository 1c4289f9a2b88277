import { problem } from '../../../kernel/http/problem.ts';
import { sayWhys } from '../events.ts';
import { defaultLeadTransitions } from '../rules/default-transitions.ts';
import { judgeMove, type LeadMove } from '../rules/transitions.ts';

/** Refuses a change of state that the table does not allow, with what would make it possible (`lead_move_refused`). */
export function refuseMove(move: LeadMove): void {
  const verdict = judgeMove(move, defaultLeadTransitions);
  if (verdict.allowed) return;
  const path = verdict.unmet.includes('reason') ? 'stateReason' : 'toState';
  const detail = sayWhys(verdict.why, 'zh');
  throw problem('lead_move_refused', {
    detail,
    params: { from: move.from, to: move.to },
    fields: verdict.why.map(({ key, params }) => ({
      path,
      code: key,
      message: sayWhys([{ key, params }], 'zh'),
      params,
    })),
  });
}
