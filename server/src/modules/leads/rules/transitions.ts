import type { Why } from '@dealtrail/protocol/kernel';
import { LeadState } from '@dealtrail/protocol/leads';
import { z } from 'zod';
import { why } from './why.ts';

/** Who moves a lead: a follow-up, a person by a verb of its own, or the system (assignment, conversion, signing). */
const Mover = z.enum(['follow_up', 'person', 'system']);
/** What a move asks for: the customer reached, a reason, the signing of R34, enough attempts to call it unreachable. */
const Need = z.enum(['effective_contact', 'reason', 'signing', 'attempts']);
export type MoveNeed = z.infer<typeof Need>;

/** The transition table of R26 with the measure of 联系不上. What is not listed is not possible. */
export const LeadTransitions = z.strictObject({
  moves: z.array(
    z.strictObject({
      from: LeadState,
      to: LeadState,
      by: z.array(Mover).min(1),
      backward: z.boolean(),
      needs: z.array(Need),
    }),
  ),
  /** States that follow another record and take no move at all. */
  readOnly: z.array(LeadState),
  unreachable: z.strictObject({ attempts: z.int().min(1), days: z.int().min(1) }),
});
export type LeadTransitions = z.infer<typeof LeadTransitions>;

export interface LeadMove {
  readonly from: LeadState;
  readonly to: LeadState;
  readonly by: z.infer<typeof Mover>;
  /** Free words; for 无效 the key `unreachable` (联系不上) asks for the attempts too. */
  readonly reason?: string | null;
  /** True when this follow-up reached the customer. */
  readonly reached?: boolean;
  /** True when the contract's signing or the confirmed first order is known. */
  readonly signed?: boolean;
  /** Follow-ups without contact so far, and on how many different days. */
  readonly attempts?: { readonly count: number; readonly days: number };
}

export type MoveVerdict =
  | {
      readonly allowed: true;
      readonly backward: boolean;
      readonly needs: readonly MoveNeed[];
      readonly why: readonly Why[];
    }
  | { readonly allowed: false; readonly unmet: readonly MoveNeed[]; readonly why: readonly Why[] };

const saysUnreachable = (reason: string): boolean => /^(?:unreachable|联系不上|无法联系)$/i.test(reason.trim());

/** Whether a lead may move, and if not, what would make it possible. Staying in a state is no move and needs nothing. */
export function judgeMove(move: LeadMove, table: LeadTransitions): MoveVerdict {
  if (table.readOnly.includes(move.from)) return refuse([], [why('leads.why.move.read_only')]);
  if (move.from === move.to) return { allowed: true, backward: false, needs: [], why: [] };
  const rows = table.moves.filter((row) => row.from === move.from && row.to === move.to);
  const row = rows.find((candidate) => candidate.by.includes(move.by));
  if (rows.length === 0) return refuse([], [why(notPossible(move))]);
  if (row === undefined) return refuse([], [why(`leads.why.move.only_by_${rows[0]?.by[0] ?? 'system'}`)]);
  const needs = needsOf(row.needs, move);
  const unmet = needs.filter((need) => !isMet(need, move, table));
  if (unmet.length > 0)
    return refuse(
      unmet,
      unmet.map((need) => sayUnmet(need, move, table)),
    );
  return { allowed: true, backward: row.backward, needs, why: [] };
}

/** The states a lead could be moved to, with what each would ask for; for menus, before anybody gave a reason. */
export const movesFrom = (from: LeadState, by: readonly LeadMove['by'][], table: LeadTransitions) =>
  table.readOnly.includes(from)
    ? []
    : table.moves
        .filter((row) => row.from === from && row.by.some((mover) => by.includes(mover)))
        .map(({ to, backward, needs }) => ({ to, backward, needs }));

const refuse = (unmet: readonly MoveNeed[], reasons: readonly Why[]): MoveVerdict => ({
  allowed: false,
  unmet,
  why: reasons,
});

/** Attempts are asked for only where the reason is that nobody could be reached. */
function needsOf(needs: readonly MoveNeed[], move: LeadMove): readonly MoveNeed[] {
  return needs.filter((need) => need !== 'attempts' || saysUnreachable(move.reason ?? ''));
}

function isMet(need: MoveNeed, move: LeadMove, { unreachable }: LeadTransitions): boolean {
  if (need === 'effective_contact') return move.reached === true;
  if (need === 'reason') return (move.reason ?? '').trim() !== '';
  if (need === 'signing') return move.signed === true;
  const { count, days } = move.attempts ?? { count: 0, days: 0 };
  return count >= unreachable.attempts && days >= unreachable.days;
}

function sayUnmet(need: MoveNeed, move: LeadMove, { unreachable }: LeadTransitions): Why {
  if (need !== 'attempts') return why(`leads.why.move.needs_${need}`);
  const { count, days } = move.attempts ?? { count: 0, days: 0 };
  return why('leads.why.move.needs_attempts', {
    attempts: unreachable.attempts,
    days: unreachable.days,
    attemptsNow: count,
    daysNow: days,
  });
}

function notPossible({ from }: LeadMove) {
  if (from === 'screening') return 'leads.why.move.screen_first';
  if (from === 'unassigned') return 'leads.why.move.assign_first';
  if (from === 'invalid') return 'leads.why.move.reopen_first';
  return 'leads.why.move.not_possible';
}
