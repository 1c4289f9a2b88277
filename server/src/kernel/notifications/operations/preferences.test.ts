import {
  countNotifications,
  getPreferences,
  listNotifications,
  savePreferences,
  saveUrgentNotices,
} from '@dealtrail/protocol/notifications';
import { expect, test } from 'vitest';
import { company, testHouse } from '../../../testing/test-house.ts';
import { notify } from '../index.ts';

async function team() {
  const here = await company({
    rep: { role: 'representative', department: 'North' },
    mate: { role: 'representative', department: 'North' },
    admin: { role: 'administrator' },
  });
  const { services } = await testHouse();
  const tell = (kind: string) =>
    services.database.write({ orgId: here.orgId, actorId: null, operation: 't', requestId: 't' }, (tx) =>
      notify(tx, services, {
        eventId: services.time.newId(),
        memberIds: [here.rep.memberId, here.mate.memberId],
        kind,
        recordId: null,
        recordKind: null,
        text: { key: kind, params: {} },
      }),
    );
  return { ...here, tell };
}

test('everybody begins with what ships: everything in the product, quiet from nine to eight', async () => {
  const { rep } = await team();
  const { body } = await rep.call(getPreferences, {});
  expect(body).toMatchObject({ quiet: { on: true, from: '21:00', to: '08:00' }, version: 0, mailConfigured: false });
  expect(body.notices).toContainEqual({ kind: 'leads.assigned', app: true, mail: true, urgent: false });
  expect(body.notices).toContainEqual({ kind: 'clocks.overdue', app: true, mail: null, urgent: false });
});

test('a kind switched off in the product stays out of the bell of that member only', async () => {
  const { rep, mate, tell } = await team();
  await rep.call(savePreferences, {
    body: { version: 0, notices: [{ kind: 'leads.assigned', app: false, mail: true }] },
  });
  await tell('leads.assigned');
  await tell('clocks.overdue');
  const list = async (who: typeof rep) => (await who.call(listNotifications, {})).body.items.map(({ kind }) => kind);
  expect(await list(rep)).toEqual(['clocks.overdue']);
  expect(await list(mate)).toEqual(['clocks.overdue', 'leads.assigned']);
  expect((await rep.call(countNotifications, {})).body).toEqual({ unread: 1 });
});

test('every kind somebody sends has its name in both languages', async () => {
  const { registry } = (await testHouse()).services;
  for (const kind of registry.notices.keys())
    expect([registry.messages.zh[`notice.${kind}`], registry.messages.en[`notice.${kind}`]], kind).toEqual([
      expect.any(String),
      expect.any(String),
    ]);
});

test('of two windows the one that knew less is told so', async () => {
  const { rep } = await team();
  const quiet = { on: true, from: '20:00', to: '07:00' };
  expect((await rep.call(savePreferences, { body: { version: 0, quiet } })).status).toBe(200);
  const late = await rep.call(savePreferences, { body: { version: 0, quiet } });
  expect([late.status, late.problem.code]).toEqual([409, 'stale_version']);
});

test('a kind nobody sends is refused, and only who runs the organisation marks what is urgent', async () => {
  const { rep, admin } = await team();
  const unknown = await rep.call(savePreferences, {
    body: { version: 0, notices: [{ kind: 'x.y', app: true, mail: true }] },
  });
  expect([unknown.status, unknown.problem.code]).toEqual([422, 'notice_unknown']);
  expect((await rep.call(saveUrgentNotices, { body: { kinds: [] } })).status).toBe(403);
  await admin.call(saveUrgentNotices, { body: { kinds: ['clocks.escalated', 'clocks.warned'] } });
  await admin.call(saveUrgentNotices, { body: { kinds: ['clocks.escalated'] } });
  const { notices } = (await rep.call(getPreferences, {})).body;
  expect(notices.filter(({ urgent }) => urgent).map(({ kind }) => kind)).toEqual(['clocks.escalated']);
});

test('the centre reads on from page to page, all or unread or of one kind', async () => {
  const { rep, tell } = await team();
  for (let i = 0; i < 5; i += 1) await tell(i % 2 ? 'clocks.overdue' : 'leads.assigned');
  const first = (await rep.call(listNotifications, { query: { limit: 3 } })).body;
  expect([first.items.length, first.more, first.unread]).toEqual([3, true, 5]);
  const rest = (await rep.call(listNotifications, { query: { limit: 3, before: first.items[2]!.id } })).body;
  expect([rest.items.length, rest.more]).toEqual([2, false]);
  expect(new Set([...first.items, ...rest.items].map(({ id }) => id)).size).toBe(5);
  const overdue = (await rep.call(listNotifications, { query: { kind: 'clocks.overdue', unread: 'true' } })).body;
  expect(overdue.items.map(({ kind }) => kind)).toEqual(['clocks.overdue', 'clocks.overdue']);
});
