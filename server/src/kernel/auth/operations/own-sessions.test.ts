import { endOtherSessions, endOwnSession, listOwnSessions, session, signOut } from '@dealtrail/protocol/auth';
import { expect, test } from 'vitest';
import { ask, enter } from '../../../testing/at-the-door.ts';
import { company, testHouse } from '../../../testing/test-house.ts';

const people = { rep: { role: 'representative' }, mate: { role: 'representative' } } as const;
const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 wxwork/4.1 MicroMessenger/7.0';

const alive = async (cookie: string) => (await ask(session, {}, { cookie })).status;

test('one sees where one is signed in, and which of them is here', async () => {
  const { rep, mate } = await company(people);
  await enter(mate);
  const desk = await enter(rep, { peer: '192.168.3.20' });
  await enter(rep, { peer: '203.0.113.7', userAgent: phone });
  const { items } = (await ask(listOwnSessions, {}, { cookie: desk })).body;
  expect(items.map(({ browser, system, peer, near, here }) => [browser, system, peer, near, here])).toEqual(
    expect.arrayContaining([
      ['chrome', 'windows', '192.168.3.*', 'network', true],
      ['wecom', 'ios', '203.0.113.*', 'internet', false],
    ]),
  );
  expect(items).toHaveLength(2);
  expect(JSON.stringify(items)).not.toContain('203.0.113.7');
});

test('a session that was ended is not signed in with its next request', async () => {
  const { rep } = await company(people);
  const [here, there] = [await enter(rep), await enter(rep)];
  expect(await alive(there)).toBe(200);
  const other = (await ask(listOwnSessions, {}, { cookie: here })).body.items.find((one) => !one.here);
  expect((await ask(endOwnSession, { params: { id: other?.id ?? '' } }, { cookie: here })).status).toBe(204);
  expect([await alive(here), await alive(there)]).toEqual([200, 401]);
  expect((await ask(endOwnSession, { params: { id: other?.id ?? '' } }, { cookie: here })).status).toBe(404);
});

test('all others end at once and the one that asks stays', async () => {
  const { rep, mate } = await company(people);
  const [here, second, third, colleague] = [await enter(rep), await enter(rep), await enter(rep), await enter(mate)];
  expect((await ask(endOtherSessions, {}, { cookie: here })).body).toEqual({ ended: 2 });
  expect([await alive(here), await alive(second), await alive(third), await alive(colleague)]).toEqual([
    200, 401, 401, 200,
  ]);
});

test('nobody ends the session of somebody else', async () => {
  const { rep, mate } = await company(people);
  const [mine, theirs] = [await enter(rep), await enter(mate)];
  const [other] = (await ask(listOwnSessions, {}, { cookie: theirs })).body.items;
  expect((await ask(endOwnSession, { params: { id: other?.id ?? '' } }, { cookie: mine })).status).toBe(404);
  expect(await alive(theirs)).toBe(200);
});

test('"last used" is kept to five minutes without a write per request, and a session ends after twelve hours', async () => {
  const { time } = await testHouse();
  const { rep } = await company(people);
  const cookie = await enter(rep);
  const began = time.now().toISOString();
  const seenAt = async () => (await ask(listOwnSessions, {}, { cookie })).body.items[0]?.seenAt;
  time.advance(4 * 60_000);
  expect(await seenAt()).toBe(began);
  time.advance(60_000);
  expect(await seenAt()).toBe(time.now().toISOString());
  time.advance(12 * 3_600_000 - 5 * 60_000);
  expect(await alive(cookie)).toBe(401);
});

test('signing out ends the session for whoever else has its cookie', async () => {
  const { rep } = await company(people);
  const cookie = await enter(rep);
  expect((await ask(signOut, {}, { cookie })).status).toBe(204);
  expect(await alive(cookie)).toBe(401);
});
