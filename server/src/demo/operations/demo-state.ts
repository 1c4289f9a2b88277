import * as protocol from '@dealtrail/protocol/demo';
import { may } from '../../kernel/access/index.ts';
import { handleRead } from '../../kernel/http/handle.ts';
import { homeOf, newestDemo } from '../store/demo-store.ts';
import { showDemo } from './show-demo.ts';

/** Where the demo stands: for administrators of the organisation it belongs to, and for who looks through its people. */
export const demoState = handleRead(protocol.demoState, async ({ actor, read, services }) => {
  const own = await read.maybe(newestDemo(actor.orgId));
  if (may(actor, 'organization.manage') && own && !actor.seated) return showDemo(services, own, false);
  const home = await homeOf(services.database, actor.orgId);
  if (home === undefined) return showDemo(services, undefined, false);
  const [demo] = await services.database.readRows(home, newestDemo(home));
  return showDemo(services, demo?.id === actor.orgId ? demo : undefined, true);
});
