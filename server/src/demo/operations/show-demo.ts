import type { DemoState } from '@dealtrail/protocol/demo';
import type { Services } from '../../kernel/house/services.ts';
import { type Added, addedAfter } from '../store/added-query.ts';
import type { DemoRow } from '../store/demo-store.ts';

const nothing: Added = { leads: 0, customers: 0, opportunities: 0, followUps: 0, members: 0 };

const none: DemoState = {
  phase: 'none',
  name: null,
  done: 0,
  days: 0,
  standsSince: null,
  inside: false,
  added: nothing,
};

/** A demo as people are told of it, with what they have added since it stands. */
export async function showDemo(services: Services, demo: DemoRow | undefined, inside: boolean): Promise<DemoState> {
  if (!demo || demo.state === 'removed') return none;
  const { id, name, days, done, stoodAt, state } = demo;
  const [added] = stoodAt && state === 'standing' ? await services.database.readRows(id, addedAfter(id, stoodAt)) : [];
  return {
    phase: state,
    name,
    days,
    done,
    standsSince: stoodAt?.toISOString() ?? null,
    inside,
    added: added ?? nothing,
  };
}
