/** A kind of message a chapter sends its members, and over which channels it goes unless a member says otherwise. */
export interface NoticeKind {
  /** Such as leads.assigned; its words are `notice.<kind>`. */
  readonly kind: string;
  readonly app: boolean;
  /** Null: no mail is ever written about it. */
  readonly mail: boolean | null;
}
