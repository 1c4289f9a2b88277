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
  import_done: {
    subject: 'Import finished: {file}',
    lines: ['Hello {recipientName},', '"{file}" has been imported; every row is accounted for:'],
    facts: [
      ['Rows', '{rows}'],
      ['Created', '{created}'],
      ['Completed', '{merged}'],
      ['Known', '{duplicates}'],
      ['Rejected', '{rejected}'],
    ],
    action: 'See the result and the rejected rows',
  },
  import_failed: {
    subject: 'Import stopped: {file}',
    lines: [
      'Hello {recipientName},',
      'The import of "{file}" stopped. Imported rows are kept; a new upload skips them.',
    ],
    facts: [
      ['Rows', '{rows}'],
      ['Handled', '{settled}'],
    ],
    action: 'See why',
  },
  export_done: {
    subject: 'Export finished: {file}',
    lines: ['Hello {recipientName},', 'Your export "{file}" is ready. The file is kept until {expiresAt}.'],
    facts: [['Rows', '{rows}']],
    action: 'Download the file',
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
  password_reset: {
    subject: 'Reset your Dealtrail password',
    lines: [
      'Hello {name},',
      'Somebody asked to reset the password of your account. Open the link below to choose a new one; it works once.',
      'If it was not you, ignore this mail: your password stays as it is.',
    ],
    facts: [['Valid until', '{expiresAt}']],
    action: 'Choose a new password',
  },
  digest: {
    subject: '{count} messages from your quiet hours',
    lines: ['Hello {recipientName},', 'This came during your quiet hours:', '{items}'],
    facts: [],
    action: 'See all messages',
  },
  footer: 'Sent automatically by Dealtrail. Please do not reply.',
};
