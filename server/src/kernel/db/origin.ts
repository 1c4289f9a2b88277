/** One act of a rule on a record, as part of what led to a change. */
export interface RuleAct {
  readonly rule: string;
  readonly record: string;
}

/** Who does what for whom: stamped on every audit row and event of a transaction. */
export interface Origin {
  readonly orgId: string;
  /** Member who acts; null for a rule or a job. */
  readonly actorId: string | null;
  /** Operation, reaction or job, such as leads.create. */
  readonly operation: string;
  readonly requestId: string;
  /** Those away whose deputy the member is. */
  readonly standsFor?: readonly { readonly memberId: string; readonly name: string }[];
  /** Acts of rules that led here, the first one first; facts carry them on, so that a rule sees its own echo. */
  readonly chain?: readonly RuleAct[];
}
