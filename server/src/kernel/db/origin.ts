/** Who does what for whom: stamped on every audit row and event of a transaction. */
export interface Origin {
  readonly orgId: string;
  /** Member who acts; null for a rule or a job. */
  readonly actorId: string | null;
  /** Operation, reaction or job, such as leads.create. */
  readonly operation: string;
  readonly requestId: string;
}
