import type { zh } from './zh.ts';

/** Words of asking for more time in English. */
export const en = {
  'clocks.ask.postpone.title': 'Postpone “{clock}”',
  'clocks.ask.postpone.due': 'Due now',
  'clocks.ask.postpone.to': 'New due moment',
  'clocks.ask.postpone.reason': 'Reason',
  'clocks.ask.postpone.alone':
    'Owners postpone {times} times, by {limit} at most; what goes beyond the supervisor decides.',
  'clocks.ask.postpone.never': 'The supervisor decides on more time for this limit.',
  'clocks.ask.postpone.often': 'It was moved {moves} times already, so the supervisor decides.',
  'clocks.ask.postpone.do': 'Send',
  'clocks.ask.decide.grant.title': 'Grant {by} more time?',
  'clocks.ask.decide.refuse.title': 'Refuse {by} more time?',
  'clocks.ask.decide.was': 'Due now',
  'clocks.ask.decide.to': 'Asked for',
  'clocks.ask.decide.note': 'A word to {by}',
  'clocks.ask.decide.grant.do': 'Grant',
  'clocks.ask.decide.refuse.do': 'Refuse',
  'clocks.ask.note': 'Note',
  'clocks.ask.more': 'Ask for more time',
  'clocks.ask.grant': 'Grant more time',
  'clocks.ask.refuse': 'Refuse',
  'clocks.ask.waits': '{by} asks for time until {to}; the supervisor decides',
  'clocks.ask.record': 'Record',
  'clocks.ask.clock': 'Time limit',
} as const satisfies Record<keyof typeof zh, string>;
