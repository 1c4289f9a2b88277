/** Somebody commented on a record. */
export const COMMENTED = 'activities.commented';
/** Somebody named colleagues by @ in a comment or a follow-up. */
export const MENTIONED = 'activities.mentioned';
