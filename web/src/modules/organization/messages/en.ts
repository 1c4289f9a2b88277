import type { zh } from './zh.ts';

/** Screen copy of the organisation in English. */
export const en = {
  'organization.identifier': 'E-mail, mobile or staff number',
  'organization.email': 'E-mail',
  'organization.password': 'Password',
  'organization.password.hint': 'At least 10 characters; longer is safer, of any kind',
  'organization.name': 'Your name',
  'organization.organizationName': 'Company name',
  'organization.signIn.title': 'Sign in to Dealtrail',
  'organization.signIn.act': 'Sign in',
  'organization.signIn.setUp': 'Nothing is set up yet. Open the set-up link printed at start.',
  'organization.signIn.forgot': 'Forgot your password?',
  'organization.signInAgain.title': 'Please sign in again',
  'organization.signInAgain.note':
    'Your session has ended. Sign in and this page goes on where it stands; what you typed is kept.',
  'organization.secondStep.title': 'Two-step sign-in',
  'organization.secondStep.note':
    'The password is right. Open the authenticator on your phone and enter its present code.',
  'organization.secondStep.code': 'Code',
  'organization.secondStep.code.hint': '6 digits; without your phone, use a recovery code.',
  'organization.secondStep.back': 'Sign in as somebody else',
  'organization.forgot.title': 'Reset your password',
  'organization.forgot.note': 'Enter the name you sign in with; we mail a reset link to the address of the account.',
  'organization.forgot.act': 'Send reset link',
  'organization.forgot.sent': 'Check your mail',
  'organization.forgot.sent.note':
    'If there is such an account, a link is on its way to its address: good for 30 minutes, once. Not there? Look among the spam.',
  'organization.forgot.noMail': 'No mail server is configured',
  'organization.forgot.noMail.note':
    'No mail was sent. Ask an administrator, who can make a reset link or QR code for you under “Members”.',
  'organization.forgot.back': 'Back to sign-in',
  'organization.reset.title': 'Choose a new password',
  'organization.reset.note': 'Saving it signs every device out; sign in again with the new password.',
  'organization.reset.act': 'Save new password',
  'organization.reset.done': 'The new password is saved',
  'organization.reset.done.note': 'Sign in with it now.',
  'organization.reset.loading': 'Checking the link',
  'organization.newPassword': 'New password',
  'organization.setUp.title': 'Set up your company',
  'organization.setUp.note': 'This door opens once: it closes when the company and its first administrator exist.',
  'organization.setUp.begin': 'Where to begin',
  'organization.setUp.begin.help':
    'The demo is an imaginary instrument maker. It stands apart from your company and goes as a whole; it can also be made later, in the settings.',
  'organization.setUp.begin.empty': 'An empty company',
  'organization.setUp.begin.year': 'Explore with a year of sales',
  'organization.setUp.begin.weeks': 'Just three weeks of it',
  'organization.setUp.act': 'Set up and sign in',
  'organization.setUp.closed': 'Everything is set up already; sign in.',
  'organization.setUp.toSignIn': 'Go to sign-in',
  'organization.join.title': 'Join {organization}',
  'organization.join.note': 'Choose a password and you are in. This link works once.',
  'organization.join.act': 'Join and sign in',
  'organization.join.loading': 'Checking the invitation',
} as const satisfies Record<keyof typeof zh, string>;

export { settingsEn } from './settings-en.ts';
export { accountEn } from './account-en.ts';
export { leaveEn } from './leave-en.ts';
export { structureEn } from './structure-en.ts';
export { joiningEn } from './joining-en.ts';
