import type { screeningZh } from './screening-zh.ts';

/** The same in English. */
export const screeningEn = {
  'problem.lead_not_screening': 'This lead is no longer being screened; please look again.',
  'problem.lead_not_to_accept': 'This lead does not wait to be accepted; it may have been accepted or followed up.',
  'problem.refusal_begun':
    'This lead has been followed up and can no longer be refused; return it to the pool or ask your supervisor.',
  'problem.refusal_own_will': 'You entered or claimed this lead yourself; return it to the pool instead.',
  'problem.refusal_late':
    'The assignment is more than {hours} hours old; return the lead to the pool or ask your supervisor.',
  'problem.refusal_without_taker': 'Nobody else can take this lead; please speak to your supervisor.',
  'refusalReason.not_my_region': 'Not my region',
  'refusalReason.not_my_industry': 'Not my industry or product',
  'refusalReason.no_capacity': 'Too many leads in hand',
  'refusalReason.not_qualified': 'No real need',
  'refusalReason.conflict': "Conflicts with a colleague's customer",
  'refusalReason.other': 'Another reason',
  'moveHow.passed_on': 'Passed on by marketing',
  'moveHow.refused': 'Refused',
  'view.leads.list.screening': 'To screen',
  'leads.event.to_screen': 'Waits for {screener} to screen it',
  'leads.event.to_screen_because': 'Waits for {screener} to screen it: {whyEn}',
  'leads.event.accepted': '{by} accepted the lead',
  'leads.event.refused': '{by} refused the lead: {whyEn}',
  'notice.leads.to_screen': 'A lead waits for my screening',
  'leads.notice.to_screen':
    'Lead {title} ({number}) waits for your screening: pass it on or find it invalid within a working day.',
  'leads.notice.to_screen_many': '{count} leads wait for your screening ({title} and others), within a working day.',
} as const satisfies Record<keyof typeof screeningZh, string>;
