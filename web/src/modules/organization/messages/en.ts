import type { zh } from './zh.ts';

/** Screen copy of the organisation in English. */
export const en = {
  'organization.email': 'E-mail',
  'organization.password': 'Password',
  'organization.password.hint': 'At least 10 characters; longer is safer, of any kind',
  'organization.name': 'Your name',
  'organization.organizationName': 'Company name',
  'organization.signIn.title': 'Sign in to Dealtrail',
  'organization.signIn.act': 'Sign in',
  'organization.signIn.setUp': 'Nothing is set up yet. Open the set-up link printed at start.',
  'organization.signIn.forgot': 'Forgot your password? Ask an administrator for a new invitation.',
  'organization.setUp.title': 'Set up your company',
  'organization.setUp.note': 'This door opens once: it closes when the company and its first administrator exist.',
  'organization.setUp.act': 'Set up and sign in',
  'organization.setUp.closed': 'Everything is set up already; sign in.',
  'organization.setUp.toSignIn': 'To sign-in',
  'organization.join.title': 'Join {organization}',
  'organization.join.note': 'Choose a password and you are in. This link works once.',
  'organization.join.act': 'Join and sign in',
  'organization.join.loading': 'Checking the invitation',
} as const satisfies Record<keyof typeof zh, string>;

export { settingsEn } from './settings-en.ts';
