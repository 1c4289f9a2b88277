import * as protocol from '@dealtrail/protocol/leads';
import type { RuleFairness } from '@dealtrail/protocol/leads';
import { handleRead } from '../../../../kernel/http/handle.ts';
import { WHOLE_LEAD } from '../../rules/giving/take-turns.ts';
import { giftsQuery, receivedQuery } from '../../store/giving/gift-store.ts';
import { rulesOr, rulesQuery } from '../../store/giving/rule-store.ts';
import { expectedQuery } from '../../store/giving/share-store.ts';

/** Billionths of leads as leads, to the tenth. */
const leads = (billionths: number): number => Math.round(billionths / (WHOLE_LEAD / 10)) / 10;

/** What each person got by each rule beside what was fairly theirs; the rules in their order, those that are gone last. */
export const assignmentFairness = handleRead(protocol.assignmentFairness, async ({ actor, read, input }) => {
  const [kept, expected, received] = await read.all([
    rulesQuery(actor.orgId),
    expectedQuery(actor.orgId, input),
    receivedQuery(actor.orgId, input),
  ]);
  const got = new Map(received.map((row) => [`${row.ruleId} ${row.memberId}`, row]));
  const names = new Map(rulesOr(kept).map(({ id, name }) => [id, name]));
  const order = [...names.keys()];
  const byRule = Map.groupBy(expected, ({ ruleId }) => ruleId);
  const items = [...byRule].map(([ruleId, people]): RuleFairness => {
    const shares = people.map(({ memberId, name, absentDays, ...share }) => ({
      memberId,
      name,
      absentDays,
      expected: leads(share.expected),
      missedAbsent: leads(share.missedAbsent),
      missedFull: leads(share.missedFull),
      received: got.get(`${ruleId} ${memberId}`)?.received ?? 0,
      refused: got.get(`${ruleId} ${memberId}`)?.refused ?? 0,
    }));
    const given = shares.reduce((sum, { received: count }) => sum + count, 0);
    return { ruleId, name: names.get(ruleId) ?? null, given, people: shares };
  });
  const place = ({ ruleId }: RuleFairness): number => (names.has(ruleId) ? order.indexOf(ruleId) : order.length);
  return { items: items.toSorted((one, other) => place(one) - place(other)) };
});

/** The leads behind a number of the report. */
export const listGifts = handleRead(protocol.listGifts, async ({ actor, read, input }) => {
  const rows = await read.many(giftsQuery(actor, input.ruleId, input.memberId, input));
  return { items: rows.map((row) => ({ ...row, givenAt: row.givenAt.toISOString() })) };
});
