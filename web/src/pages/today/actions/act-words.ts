/** Chapters whose words the windows of Today say. */
export const actWords = ['leads', 'activities', 'opportunities'] as const;
