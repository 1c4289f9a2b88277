import type { LeadState } from '@dealtrail/protocol/leads';
import { LeadTransitions } from './transitions.ts';

type Row = LeadTransitions['moves'][number];

const working: readonly LeadState[] = ['assigned', 'contacted', 'need_confirmed', 'proposal_submitted', 'negotiating'];

/** A follow-up may jump ahead: the sample sheet of source 3 records 方案提交 at the first contact. */
const forward: readonly Row[] = working.flatMap((from, place) =>
  working
    .slice(place + 1)
    .map((to): Row => ({ from, to, by: ['follow_up'], backward: false, needs: ['effective_contact'] })),
);

const backward: readonly Row[] = working.flatMap((from, place) =>
  working
    .slice(1, place)
    .map((to): Row => ({ from, to, by: ['follow_up', 'person'], backward: true, needs: ['reason'] })),
);

const endings: readonly Row[] = working.flatMap((from): Row[] => [
  { from, to: 'won', by: ['follow_up', 'person', 'system'], backward: false, needs: ['signing'] },
  { from, to: 'qualified', by: ['system'], backward: false, needs: [] },
  { from, to: 'unassigned', by: ['system', 'person'], backward: true, needs: ['reason'] },
]);

const invalidated: readonly Row[] = (['screening', 'unassigned', ...working] as const).map(
  (from): Row => ({
    from,
    to: 'invalid',
    by: ['follow_up', 'person', 'system'],
    backward: false,
    needs: ['reason', 'attempts'],
  }),
);

/**
 * The lead states' shipped moves (REQUIREMENTS "Lead states", R23, R26): screening by marketing, forward by a follow-up
 * that reached the customer, backward with a reason, won with the signing, qualified by conversion and read-only then.
 */
export const defaultLeadTransitions: LeadTransitions = LeadTransitions.parse({
  moves: [
    { from: 'screening', to: 'unassigned', by: ['person', 'system'], backward: false, needs: [] },
    { from: 'screening', to: 'assigned', by: ['system', 'person'], backward: false, needs: [] },
    { from: 'unassigned', to: 'assigned', by: ['system', 'person'], backward: false, needs: [] },
    { from: 'assigned', to: 'screening', by: ['person'], backward: true, needs: ['reason'] },
    ...forward,
    ...backward,
    ...endings,
    ...invalidated,
    { from: 'won', to: 'qualified', by: ['system'], backward: false, needs: [] },
    { from: 'won', to: 'negotiating', by: ['system'], backward: true, needs: ['reason'] },
    { from: 'invalid', to: 'assigned', by: ['person', 'system'], backward: true, needs: ['reason'] },
    { from: 'invalid', to: 'unassigned', by: ['person', 'system'], backward: true, needs: ['reason'] },
  ],
  readOnly: ['qualified'],
  unreachable: { attempts: 3, days: 2 },
});
