import * as protocol from '@dealtrail/protocol/demo';
import { handle } from '../../kernel/http/handle.ts';
import { problem } from '../../kernel/http/problem.ts';
import { homeOf, lockDemo, saveDemo } from '../store/demo-store.ts';
import { showDemo } from './show-demo.ts';

/**
 * Takes the demo out of everybody's sight; its rows and files are cleared away right after the commit. The act stays in
 * the audit of the organisation that asked for it.
 */
export const removeDemo = handle(protocol.removeDemo, async ({ actor, tx, input, services }) => {
  if (await homeOf(services.database, actor.orgId)) throw problem('demo_inside');
  const demo = await lockDemo(tx);
  if (demo?.state !== 'standing') throw problem('demo_not_standing');
  if (input.name !== demo.name)
    throw problem('demo_name_wrong', { fields: [{ path: 'name', code: 'demo_name_wrong', message: demo.name }] });
  return showDemo(services, await saveDemo(tx, demo, { state: 'clearing' }), false);
});
