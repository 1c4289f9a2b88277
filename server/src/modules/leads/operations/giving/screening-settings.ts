import * as protocol from '@dealtrail/protocol/leads';
import { handle, handleRead } from '../../../../kernel/http/handle.ts';
import { membersExist } from '../../../organization/index.ts';
import { noScreening, type Screening } from '../../rules/giving/screening.ts';
import { saveScreening as keepScreening, screeningQuery } from '../../store/giving/screening-store.ts';

const shown = ({ everything, sources, screenerIds }: Screening) => ({
  everything,
  sources: [...sources],
  screenerIds: [...screenerIds],
});

/** Which new leads marketing screens before sales gets them, and who does. */
export const getScreening = handleRead(protocol.getScreening, async ({ actor, read }) =>
  shown((await read.maybe(screeningQuery(actor.orgId))) ?? noScreening),
);

/** Says which new leads are screened and by whom; those that are there stay where they are. */
export const saveScreening = handle(protocol.saveScreening, async ({ tx, input }) => {
  const written = shown(input);
  await membersExist(tx, written.screenerIds, 'screenerIds');
  await keepScreening(tx, written);
  return written;
});
