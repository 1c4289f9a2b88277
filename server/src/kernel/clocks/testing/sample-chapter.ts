import type { DeliveredEvent } from '../../events/delivered-event.ts';
import type { Module } from '../../house/module.ts';
import type { Services } from '../../house/services.ts';
import { insertHeads } from '../../records/records.ts';
import type { ClockPolicy } from '../rules/policy.ts';
import { completeLead, firstTouch, nextPromise, rhythm } from '../rules/testing/sample-policies.ts';

/** What the sample chapter's reaction heard, by event id; a test reads it back. */
export const heard: DeliveredEvent[] = [];

/** When set, the sample reaction fails after it wrote. */
export const failing = { on: false };

/** The shipped chapters have policies of these names; a house knows each name once. */
function asSample(policy: ClockPolicy): ClockPolicy {
  return { ...policy, key: `sample.${policy.key}`, chapter: 'samples' };
}

/** Words of a limit: its name, also for what it asks for, and its rule. */
const wordsOf = (policies: Readonly<Record<string, readonly [name: string, why: string]>>) =>
  Object.fromEntries(
    Object.entries(policies).flatMap(([key, [name, why]]) => [
      [`clocks.sample.${key}.name`, name],
      [`clocks.sample.${key}.title`, name],
      [`clocks.sample.${key}.why`, why],
    ]),
  );

/** A chapter that only tests know: one kind of record, the sample policies and a reaction that renames the record. */
export const sampleChapter: Module = {
  name: 'samples',
  routes: [],
  recordKinds: [{ kind: 'sample', chapter: 'leads' }],
  messages: {
    zh: wordsOf({
      first_touch: ['首次跟进', '分配后 {limitZh}内首次跟进'],
      complete_lead: ['补充完整', '{limitZh}内补充完整'],
      contact_rhythm: ['联系节奏', '{limitZh}内联系一次'],
      next_step: ['下一步', '约定的下一步'],
    }),
    en: wordsOf({
      first_touch: ['First touch', 'First touch within {limitEn} of the assignment'],
      complete_lead: ['Complete the lead', 'Complete within {limitEn}'],
      contact_rhythm: ['Contact rhythm', 'Contact every {limitEn}'],
      next_step: ['Next step', 'The next step promised'],
    }),
  },
  clocks: [firstTouch, completeLead, rhythm, nextPromise].map(asSample),
  reactions: [
    {
      name: 'samples.count_touches',
      on: ['samples.touched'],
      async run({ tx, event }) {
        await tx.run({
          text: 'update app.records set title = title || $3 where org_id = $1 and id = $2',
          values: [tx.orgId, event.recordId, '!'],
        });
        if (failing.on) throw new Error('the sample reaction fails');
        heard.push(event);
      },
    },
    { name: 'samples.listen', on: ['samples.touched'], run: async () => undefined },
  ],
};

/** Makes one record of the sample kind; returns its id. */
export async function makeSample(
  services: Services,
  orgId: string,
  owner: { memberId: string | null; departmentId?: string },
  title = '晨星科技',
): Promise<string> {
  const id = services.time.newId();
  await services.database.write({ orgId, actorId: null, operation: 'testing.sample', requestId: 'test' }, (tx) =>
    insertHeads(tx, [
      {
        id,
        kind: 'sample',
        number: `S${id.slice(-12)}`,
        title,
        ownerId: owner.memberId,
        departmentId: owner.departmentId ?? null,
        searchable: [],
      },
    ]),
  );
  return id;
}

/** Publishes the fact the sample reaction hears of. */
export async function touchSample(services: Services, orgId: string, recordId: string): Promise<void> {
  await services.database.write({ orgId, actorId: null, operation: 'testing.touch', requestId: 'test' }, async (tx) =>
    tx.publish({ type: 'samples.touched', recordId }),
  );
}

/** The title of a sample: one exclamation mark for each time its reaction ran. */
export async function titleOf(services: Services, orgId: string, id: string): Promise<string | undefined> {
  const [row] = await services.database.readRows<{ title: string }>(orgId, {
    text: 'select title from seen.records where org_id = $1 and id = $2',
    values: [orgId, id],
  });
  return row?.title;
}
