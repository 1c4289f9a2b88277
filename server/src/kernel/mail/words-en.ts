import type { MailWords } from './mail-words.ts';

/** The mails in English. */
export const mailWordsEn: MailWords = {
  lead_assigned: {
    subject: 'First follow-up: {companyName} ({leadNumber}), due {dueAt}',
    lines: [
      'Hello {recipientName},',
      'The lead "{companyName}" is now yours. Please contact the customer and record the follow-up before {dueAt}.',
    ],
    facts: [
      ['Task', '{task}'],
      ['Due', '{dueAt}'],
      ['Lead number', '{leadNumber}'],
      ['Contact', '{contactName}'],
      ['Source', '{source}'],
      ['Intent', '{intent}'],
      ['Priority', '{priority}'],
      ['Need', '{need}'],
      ['Why you', '{reason}'],
    ],
    action: 'Open the lead',
  },
  escalation: {
    subject: 'Overdue: {clockName} — {recordTitle} ({ownerName})',
    lines: [
      'Hello {recipientName},',
      '"{clockName}" of "{recordTitle}", owned by {ownerName}, is past its time limit. Please find out why and help it on, or assign it anew.',
    ],
    facts: [
      ['Was due', '{dueAt}'],
      ['Owner', '{ownerName}'],
      ['Number', '{recordNumber}'],
      ['Escalation step', '{step}'],
      ['Reason given', '{reason}'],
    ],
    action: 'See the details',
  },
  clock_warning: {
    subject: 'Due soon: {clockName} — {recordTitle}, {dueAt}',
    lines: ['Hello {recipientName},', '"{clockName}" of "{recordTitle}" falls due on {dueAt}.'],
    facts: [
      ['Due', '{dueAt}'],
      ['Number', '{recordNumber}'],
    ],
    action: 'Do it now',
  },
  invitation: {
    subject: '{inviter} invites you to {organization} on Dealtrail',
    lines: [
      'Hello {name},',
      '{inviter} invites you to join "{organization}" and work on customers and sales together.',
      'Open the link below to choose your password. The link works once.',
    ],
    facts: [['Valid until', '{expiresAt}']],
    action: 'Accept the invitation',
  },
  footer: 'Sent automatically by Dealtrail. Please do not reply.',
};
