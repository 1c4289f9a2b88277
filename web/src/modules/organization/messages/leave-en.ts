import type { leaveZh } from './leave-zh.ts';

/** Words of leave and deputies in English. */
export const leaveEn = {
  'leave.title': 'Leave and deputy',
  'leave.note':
    'While somebody is away their deputy sees and works on their leads, opportunities and time limits, and gets the messages too. The owner stays the owner, and it ends by itself. Rules give no leads to people who are away.',
  'leave.from': 'First day',
  'leave.until': 'Last day',
  'leave.deputy': 'Deputy',
  'leave.deputy.none': 'Nobody',
  'leave.save': 'Save',
  'leave.end': 'No leave after all',
  'leave.saved': 'Saved',
  'leave.away': 'Away',
  'leave.days': '{from} to {until}',
  'leave.open': 'from {from}',
  'leave.none': 'There',
  'leave.by': '{name} stands in',
  'leave.standsFor': 'I stand in for',
  'leave.standsFor.now': 'now, until {until}',
  'leave.standsFor.soon': 'from {from}',
  'leave.team': 'Leave in the team',
  'leave.edit': 'Enter leave',
  'leave.of': 'Leave of {name}',
} as const satisfies Record<keyof typeof leaveZh, string>;
