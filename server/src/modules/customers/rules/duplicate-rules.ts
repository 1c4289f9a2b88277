import type { DuplicateAction, DuplicateRules, MatchGrade } from '@dealtrail/protocol/customers';

/**
 * What an organisation starts with: a lead is never refused, since who answers for the company is a matter between
 * people (R16); a second customer of the same name or registration is.
 */
export const shippedDuplicateRules: DuplicateRules = {
  lead: { same: 'warn', likely: 'warn', possible: 'warn', related: 'warn' },
  customer: { same: 'block', likely: 'warn', possible: 'warn', related: 'warn' },
};

/** One line of the rule as it is kept. */
export interface DuplicateRuleLine {
  readonly recordKind: keyof DuplicateRules;
  readonly grade: MatchGrade;
  readonly action: DuplicateAction;
}

/** The shipped rule with the lines the organisation changed. */
export function duplicateRulesOf(lines: readonly DuplicateRuleLine[]): DuplicateRules {
  const rules = { lead: { ...shippedDuplicateRules.lead }, customer: { ...shippedDuplicateRules.customer } };
  for (const { recordKind, grade, action } of lines) {
    if (recordKind === 'lead') rules.lead[grade] = action;
    else if (action !== 'attach' && action !== 'send') rules.customer[grade] = action;
  }
  return rules;
}

/** The lines of a rule, all of them. */
export const linesOf = (rules: DuplicateRules): DuplicateRuleLine[] =>
  (['lead', 'customer'] as const).flatMap((recordKind) =>
    (['same', 'likely', 'possible', 'related'] as const).map((grade) => ({
      recordKind,
      grade,
      action: rules[recordKind][grade],
    })),
  );

/**
 * What a rule makes of matches when a record of this kind is entered: those to tell, and those that refuse it. Only a
 * record of the same kind refuses: a lead is what becomes a customer, and a customer asks again through a lead.
 */
export function applyDuplicateRules<Hit extends { readonly grade: MatchGrade; readonly recordKind: string }>(
  rules: DuplicateRules,
  entered: keyof DuplicateRules,
  hits: readonly Hit[],
): { readonly told: readonly Hit[]; readonly blocking: readonly Hit[] } {
  const acting = ({ grade }: Hit): DuplicateAction => rules[entered][grade];
  return {
    told: hits.filter((hit) => acting(hit) !== 'off'),
    blocking: hits.filter((hit) => acting(hit) === 'block' && hit.recordKind === entered),
  };
}

/** Of hits on an entered lead, those it may join, and those whose owner it may go to, each the surest first. */
export function placesFor<Hit extends { readonly grade: MatchGrade; readonly ownerId: string | null }>(
  rules: DuplicateRules,
  hits: readonly Hit[],
): { readonly toJoin: readonly Hit[]; readonly toFollow: readonly Hit[] } {
  const acting = ({ grade }: Hit): DuplicateAction => rules.lead[grade];
  return {
    toJoin: hits.filter((hit) => acting(hit) === 'attach'),
    // What cannot be joined, because another has it, goes to them.
    toFollow: hits.filter((hit) => hit.ownerId !== null && ['attach', 'send'].includes(acting(hit))),
  };
}
