import { createHash } from 'node:crypto';
import type { Query } from '../../db/index.ts';
import type { Sweep } from '../../house/module.ts';
import { notify } from '../../notifications/index.ts';
import { calendarYear } from './calendar-view.ts';

/** One id for one organisation and year, so that nobody hears of the same year twice. */
function idOf(orgId: string, year: number): string {
  const hex = createHash('sha256').update(`${orgId} holidays ${year}`).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** Tells the administrators, once, that the public holidays of a year are to be imported; from 1 December on. */
export const sweepMissingYear: Sweep = {
  name: 'calendar.warn_missing_year',
  due: 'sweep.organizations',
  everySeconds: 3_600,
  async run({ orgId, services }) {
    const { database, time } = services;
    const source = { orgId, many: <Row>(query: Query<Row>) => database.readRows(orgId, query) };
    const { missingYear } = await calendarYear(source, (zone) => time.today(zone));
    if (missingYear === null) return false;
    const origin = { orgId, actorId: null, operation: 'calendar.warn_missing_year', requestId: time.newId() };
    await database.write(origin, async (tx) => {
      const administrators = await services.registry.people.holdersOf(tx, 'administrator');
      await notify(tx, services, {
        eventId: idOf(orgId, missingYear),
        memberIds: administrators.map(({ id }) => id),
        kind: 'calendar.year_missing',
        recordId: null,
        recordKind: null,
        text: { key: 'calendar.notice.year_missing', params: { year: missingYear } },
      });
    });
    return false;
  },
};
