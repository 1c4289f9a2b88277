import { createLead, recordFollowUp } from '@dealtrail/protocol/leads';
import { expect, test } from 'vitest';
import { company } from '../../testing/test-house.ts';
import { type Chance, chanceFrom } from '../play/chance.ts';
import { sayOf, type TalkOf } from './talks.ts';

const topic = { good: '电磁流量计', unit: '台', site: '二期罐区', budget: 46 };
const talks: readonly TalkOf[] = ['first', 'need', 'proposal', 'price', 'contract', 'cold'];

/** Takes the nth of every list. */
const nth = (place: number): Chance => ({
  ...chanceFrom(`${place}`),
  oneOf: <T>(list: readonly T[]) => list[place % list.length] as T,
});

test('every sentence of the demo says enough for the rule against vague records', async () => {
  const { rep } = await company({ rep: { role: 'representative' } });
  const lead = await rep.call(createLead, { body: { companyName: '苏州澄川化工有限公司', source: '转介绍' } });
  const told = talks.flatMap((of) => Array.from({ length: 7 }, (_, place) => sayOf(nth(place), of, topic)));
  expect(JSON.stringify(told)).not.toMatch(/[{}]\w+\}|undefined|NaN/);
  for (const said of told) {
    const answer = await rep.call(recordFollowUp, {
      params: { id: lead.body.id },
      body: { method: 'phone', outcome: 'reached', nextStepOn: '2026-03-25', ...said },
    });
    expect([answer.status, said.content, said.feedback, said.nextStep, answer.problem.fields]).toEqual([
      201,
      said.content,
      said.feedback,
      said.nextStep,
      undefined,
    ]);
  }
});
