import { expect, test } from 'vitest';
import type { Query } from '../../../kernel/db/index.ts';
import { statementOf } from '../../../kernel/db/index.ts';
import { contextOf } from '../../../kernel/lists/testing/head-list.ts';
import { sumsByStage } from '../../opportunities/index.ts';
import { testHouse } from '../../../testing/test-house.ts';
import { createdIn, drillOf, isStalled, isWorkedOn } from '../rules/drill.ts';
import { oldCompany } from '../testing/lead-stories.ts';
import { cohortQuery, conversionQuery, signedQuery } from './conversion-query.ts';
import { leadsByOwner, opportunityCount } from './count-queries.ts';
import { paceQuery } from './pace-query.ts';
import { dayQuery, owedQuery } from './day-query.ts';

/** Tables that grow with the business; members, departments and processes stay small. */
const growing = /Seq Scan on (clocks|tasks|leads|opportunities|records|follow_ups|customers|contacts)/;

test('no statement of Today or of the analysis reads a growing table from end to end', async () => {
  const { one, boss } = await oldCompany({
    one: { role: 'representative', department: 'North' },
    boss: { role: 'supervisor', department: 'North', supervises: 'North' },
  });
  const standing = await testHouse();
  const { registry, database } = standing.services;
  const period = drillOf(createdIn({ from: '2026-02-01', to: '2026-02-28' }));
  for (const caller of [one, boss]) {
    const context = await contextOf(standing, caller);
    const { actor } = context;
    const bounds = { now: new Date(), tomorrow: new Date(), horizon: new Date() };
    const statements: Record<string, Query<unknown>> = {
      day: dayQuery({ actor, registry, memberId: one.memberId, bounds }),
      owed: owedQuery(actor, registry, actor.treeDepartmentIds, bounds.now),
      held: leadsByOwner(context, drillOf(isWorkedOn)),
      stalled: opportunityCount(context, drillOf(...isStalled)),
      pipeline: sumsByStage(context, drillOf({ field: 'state', op: 'eq', value: 'open' })),
      conversion: conversionQuery(context, period, 'source'),
      cohorts: cohortQuery(context, period),
      signed: signedQuery(context, period, 'industry'),
      pace: paceQuery(context, period),
    };
    for (const [name, query] of Object.entries(statements)) {
      const { text, values } = statementOf(query);
      const plan = await database.write(
        { orgId: one.orgId, actorId: null, operation: 'testing', requestId: 'test' },
        async (tx) => {
          // The tables of a test are so small that the planner reads them whole; the question is whether it must.
          await tx.run({ text: 'set local enable_seqscan = off', values: [] });
          const { rows } = await tx.run({ text: `explain ${text}`, values });
          return (rows as Record<string, string>[]).map((row) => row['QUERY PLAN']).join('\n');
        },
      );
      expect(plan, name).toMatch(/Index/);
      expect(plan, name).not.toMatch(growing);
    }
  }
});
