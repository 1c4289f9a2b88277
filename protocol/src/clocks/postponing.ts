import { z } from 'zod';
import { ById, Instant, operation, Text } from '../kernel/index.ts';
import { ReasonKey } from './reasons.ts';
import { ClockView } from './view.ts';

export const postponeClock = operation({
  id: 'clocks.postpone',
  method: 'POST',
  path: '/clocks/:id/postpone',
  params: ById,
  body: z.strictObject({ reason: ReasonKey, note: Text(500).optional(), to: Instant }),
  result: z.object({
    clock: ClockView,
    /** `asked`: it goes beyond what one may take oneself, so who is above decides. */
    outcome: z.enum(['moved', 'asked']),
  }),
  problems: ['clock_reason_unknown', 'clock_postpone_refused', 'clock_asked_already'],
  permission: 'member',
  offline: 'online',
  summary:
    'Asks for more time, with the reason: granted at once as far as the policy goes, else decided by who is above.',
});

export const decidePostponement = operation({
  id: 'clocks.decidePostponement',
  method: 'POST',
  path: '/clocks/:id/decide',
  params: ById,
  body: z.strictObject({ grant: z.boolean(), note: Text(500).optional() }),
  result: ClockView,
  problems: ['clock_not_asked', 'clock_postpone_refused'],
  permission: 'member',
  offline: 'online',
  summary: 'Grants or refuses the time somebody asked for; both are told.',
});
