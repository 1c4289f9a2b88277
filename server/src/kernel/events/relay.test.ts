import { beforeAll, beforeEach, expect, test } from 'vitest';
import { alsoOpen, company, type TestHouse, testHouse } from '../../testing/test-house.ts';
import { failing, heard, makeSample, sampleChapter, titleOf, touchSample } from '../clocks/testing/sample-chapter.ts';
import { react, type ReactionJob, relayEvents } from './index.ts';

alsoOpen(sampleChapter);

let house: TestHouse;
let orgId: string;
let sample: string;

beforeAll(async () => {
  house = await testHouse();
});

beforeEach(async () => {
  failing.on = false;
  heard.length = 0;
  ({ orgId } = await company({ rep: { role: 'representative' } }));
  sample = await makeSample(house.services, orgId, { memberId: null }, 'A');
});

async function relay(): Promise<ReactionJob[]> {
  const carried: ReactionJob[] = [];
  await relayEvents(house.services, orgId, async (_, jobs) => void carried.push(...jobs));
  return carried;
}

test('a fact becomes one job for each reaction that hears of it', async () => {
  await touchSample(house.services, orgId, sample);
  const jobs = await relay();
  expect(jobs.map(({ reaction }) => reaction)).toEqual(['samples.count_touches', 'samples.listen']);
  expect(await relay()).toEqual([]);
});

test('a fact nobody hears of is relayed and done with', async () => {
  await house.services.database.write({ orgId, actorId: null, operation: 't', requestId: 't' }, async (tx) =>
    tx.publish({ type: 'samples.unheard', recordId: sample }),
  );
  expect(await relay()).toEqual([]);
  await house.drain(orgId);
  expect(heard).toEqual([]);
});

test('facts of a transaction that was rolled back are never told', async () => {
  const broken = house.services.database.write({ orgId, actorId: null, operation: 't', requestId: 't' }, async (tx) => {
    tx.publish({ type: 'samples.touched', recordId: sample });
    throw new Error('no');
  });
  await expect(broken).rejects.toThrow('no');
  expect(await relay()).toEqual([]);
});

test('two relays at once share the facts and carry none twice', async () => {
  for (let i = 0; i < 20; i += 1) await touchSample(house.services, orgId, sample);
  const [one, two, three] = await Promise.all([relay(), relay(), relay()]);
  const carried = [...one, ...two, ...three].map(({ eventId, reaction }) => `${eventId} ${reaction}`);
  expect(carried).toHaveLength(40);
  expect(new Set(carried).size).toBe(40);
});

test('facts stay waiting when their jobs cannot be carried', async () => {
  await touchSample(house.services, orgId, sample);
  const broken = relayEvents(house.services, orgId, async () => {
    throw new Error('queue is gone');
  });
  await expect(broken).rejects.toThrow('queue is gone');
  expect(await relay()).toHaveLength(2);
});

test('a reaction delivered twice acts once, one after the other and at once', async () => {
  await touchSample(house.services, orgId, sample);
  const [job] = await relay();
  expect(await Promise.all([react(house.services, job!), react(house.services, job!)])).toContain(false);
  expect(await react(house.services, job!)).toBe(false);
  expect(await titleOf(house.services, orgId, sample)).toBe('A!');
  expect(heard).toHaveLength(1);
});

test('what a failing reaction wrote does not stand, and its next try starts afresh', async () => {
  await touchSample(house.services, orgId, sample);
  const [job] = await relay();
  failing.on = true;
  await expect(react(house.services, job!)).rejects.toThrow('the sample reaction fails');
  expect(await titleOf(house.services, orgId, sample)).toBe('A');
  failing.on = false;
  expect(await react(house.services, job!)).toBe(true);
  expect(await titleOf(house.services, orgId, sample)).toBe('A!');
});

test('a job for a reaction nobody brings any more is refused, so that it ends as a dead letter', async () => {
  await touchSample(house.services, orgId, sample);
  const [job] = await relay();
  await expect(react(house.services, { ...job!, reaction: 'samples.gone' })).rejects.toThrow('samples.gone');
});

test('draining runs everything that waits, and again changes nothing', async () => {
  await touchSample(house.services, orgId, sample);
  await touchSample(house.services, orgId, sample);
  await house.drain(orgId);
  await house.drain(orgId);
  expect(await titleOf(house.services, orgId, sample)).toBe('A!!');
});
