import type { poolsZh } from './pools-zh.ts';

/** Problems, history and messages of pools, in English. */
export const poolsEn = {
  'problem.pool_lead_taken': '{name} has just claimed this lead. Please choose another one.',
  'problem.pool_lead_gone': 'A colleague has just claimed this lead. Please choose another one.',
  'problem.pool_daily_limit': 'You claimed {limit} leads from “{pool}” today, which is the most a day. More tomorrow.',
  'problem.pool_hold_limit':
    'You hold {limit} leads from “{pool}”, which is the most. Work on some or give some back first.',
  'problem.pool_former_owner': 'This lead was yours; you can claim it again after {days} days, from {until} on.',
  'problem.pool_released_today': 'This lead was yours and a colleague gave it back today; you can claim it tomorrow.',
  'problem.lead_in_pool': 'This lead lies in a pool and has no owner yet: claim it first.',
  'problem.pool_not_empty':
    'Leads lie in the pool “{pool}” (or in its recycle bin), so it cannot be removed. Close it to new leads instead.',
  'problem.pool_default_needed': 'The default pool must stay, and stay open.',
  'problem.pool_unknown': 'The pool that rule “{rule}” takes leads back into does not exist. Please choose again.',
  'returnReason.not_my_field': 'Not my industry or region',
  'returnReason.no_capacity': 'No time for it',
  'returnReason.unreachable': 'Nobody can be reached',
  'returnReason.no_need_now': 'No need at the moment',
  'returnReason.other': 'Another reason',
  'recycleMeasure.no_contact': 'no effective contact',
  'recycleMeasure.no_follow_up': 'no follow-up at all',
  'recycleMeasure.no_first_touch': 'first touch overdue',
  'moveHow.laid': 'Came in',
  'moveHow.claimed': 'Claimed',
  'moveHow.assigned': 'Assigned',
  'moveHow.returned': 'Given back',
  'moveHow.recycled': 'Taken back',
  'moveHow.handed': 'Handed over',
  'moveHow.undone': 'Undone',
  'leads.event.pool_laid': '{by} put it into the pool “{pool}”: {whyEn}',
  'leads.event.pool_returned': 'Given back into the pool “{pool}”: {whyEn}',
  'leads.event.pool_recycled': 'Taken back into the pool “{pool}”: {whyEn}',
  'leads.event.pool_undone': 'Back in the pool “{pool}”: {whyEn}',
  'leads.import.pool_not_allowed': 'Your role may not put leads into a pool',
  'notice.leads.recycle_ahead': 'A lead of mine will be taken back into a pool',
  'notice.leads.recycled': 'A lead of mine was taken back into a pool',
  'leads.notice.recycle_ahead':
    'Lead {title} will be taken back by “{rule}” at {until}, unless you reach the customer and write it down, or pause the lead.',
  'leads.notice.recycled': 'Lead {title} was taken back into the pool “{pool}”. {whyEn}',
} as const satisfies Record<keyof typeof poolsZh, string>;
