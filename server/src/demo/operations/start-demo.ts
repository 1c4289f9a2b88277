import * as protocol from '@dealtrail/protocol/demo';
import { handle } from '../../kernel/http/handle.ts';
import { problem } from '../../kernel/http/problem.ts';
import { homeOf, insertDemo, lockDemo } from '../store/demo-store.ts';
import { showDemo } from './show-demo.ts';

const YEAR = { days: 365, leads: 3_000 } as const;

/** Asks for a demo; it is made in the background and may be entered once it stands. */
export const startDemo = handle(protocol.startDemo, async ({ actor, tx, input, services }) => {
  // A demo of a demo would be nobody's to remove.
  if (await homeOf(services.database, actor.orgId)) throw problem('demo_inside');
  const before = await lockDemo(tx);
  if (before && before.state !== 'removed' && before.state !== 'failed') throw problem('demo_there_already');
  await insertDemo(tx, { days: input.days ?? YEAR.days, leads: input.leads ?? YEAR.leads });
  return showDemo(services, await lockDemo(tx), false);
});
