import { expect, test } from 'vitest';
import { react } from '../kernel/events/index.ts';
import { builders } from './builders.ts';
import { company, testHouse } from './test-house.ts';

interface Fact {
  readonly id: string;
  readonly type: string;
  readonly data: Record<string, unknown>;
}

test('every fact delivered twice to every reaction changes nothing', async () => {
  const { services, drain } = await testHouse();
  const { admin, orgId } = await company({ admin: { role: 'administrator' }, rep: { role: 'representative' } });
  for (const build of Object.values(builders)) await build(admin);
  await drain(orgId);
  const facts = await services.database.readRows<Fact>(orgId, {
    text: 'select id, type, data from seen.events where org_id = $1 order by id',
    values: [orgId],
  });
  const origin = { orgId, actorId: null, operation: 'testing', requestId: 'test' };
  const unwanted = new Set<string>();
  for (const reaction of services.registry.reactions.values()) {
    const used = await services.database.write(origin, async (tx) => reaction.wanted?.(tx));
    for (const type of reaction.on) if (used?.has(type) === false) unwanted.add(`${reaction.name} ${type}`);
  }
  const again = facts.flatMap((fact) =>
    [...services.registry.reactions.values()]
      .filter((reaction) => reaction.on.includes(fact.type) && reaction.concerns?.(fact.data) !== false)
      .filter(({ name }) => !unwanted.has(`${name} ${fact.type}`))
      .map(({ name }) => ({ orgId, eventId: fact.id, reaction: name })),
  );
  expect(again.length).toBeGreaterThan(0);
  for (const job of again) expect(await react(services, job), `${job.reaction} acted again`).toBe(false);
  await drain(orgId);
  const after = await services.database.readRows<Fact>(orgId, {
    text: 'select id, type, data from seen.events where org_id = $1 order by id',
    values: [orgId],
  });
  expect(after).toEqual(facts);
});
