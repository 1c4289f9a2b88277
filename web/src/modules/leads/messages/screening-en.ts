import type { screeningZh } from './screening-zh.ts';

/** The same in English. */
export const screeningEn = {
  'leads.passOn': 'Pass on to sales',
  'leads.passOn.title': 'Pass on to sales: {title}',
  'leads.passOn.note': 'Note for sales',
  'leads.passOn.note.hint': 'What was confirmed and where the customer stands; whoever takes over reads it.',
  'leads.passOn.hint':
    'Goes to sales by the assignment rules; they accept or return it within 24 hours. What they return comes back to you.',
  'leads.passOn.many': 'Pass leads on to sales',
  'leads.screenOut': 'Find invalid',
  'leads.accept': 'Accept the lead',
  'leads.refuse': 'Refuse',
  'leads.refuse.title': 'Refuse lead: {title}',
  'leads.refuse.reason': 'Reason',
  'leads.refuse.note': 'Note',
  'leads.refuse.hint.rules':
    'The rules give it to somebody else and never to you again; where nobody can take it, an administrator holds it. The reason stays in its history.',
  'leads.refuse.hint.screener': 'It goes back to {name}, who screened it. The reason stays in its history.',
  'leads.field.screener': 'Screened by',
  'leads.screener.waiting': '{name}, waiting for sales to accept',
  'leads.screening': 'Marketing screens first',
  'leads.screening.note': 'New leads are confirmed by marketing before the rules give them to sales',
  'leads.screening.everything': 'Every lead the rules would give out',
  'leads.screening.sources': 'Only these sources',
  'leads.screening.sources.none': 'None is screened',
  'leads.screening.unlisted': 'Sources on no list',
  'leads.screening.screeners': 'Who screens',
  'leads.screening.screeners.hint':
    'Whoever has fewest waiting gets the next; with nobody named, nothing is screened. Marketing hears of what waits longer than a working day.',
  'leads.screening.off': 'Nothing is screened now: leads go to sales at once.',
  'leads.screening.saved': 'Saved; holds from the next new lead',
} as const satisfies Record<keyof typeof screeningZh, string>;
