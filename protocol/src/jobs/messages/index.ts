/** Chinese sentences of the work behind the pages. */
export const jobsZh = {
  'problem.dead_letter_settled': '这一项已经处理过了。',
  'problem.mail_not_configured': '还没有配置邮件服务器（SMTP_URL），邮件发不出去。',
} as const;

/** English sentences of the work behind the pages. */
export const jobsEn = {
  'problem.dead_letter_settled': 'This was dealt with already.',
  'problem.mail_not_configured': 'There is no mail server (SMTP_URL), so no mail can leave.',
} as const satisfies Record<keyof typeof jobsZh, string>;
