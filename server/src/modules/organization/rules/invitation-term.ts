/** An invitation link works for seven days. */
export const INVITATION_VALID_MS = 7 * 86_400_000;
