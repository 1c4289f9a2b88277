import type { RowOf, Tx } from '../../../kernel/db/index.ts';
import type { Sweep } from '../../../kernel/house/module.ts';
import { tellRecycleAhead } from '../events.ts';
import { layInPools } from '../operations/pools/lay-in-pool.ts';
import { why } from '../rules/why.ts';
import {
  lockRecyclable,
  NOTICE_DAYS,
  type Recyclable,
  type RecycleTerms,
  untold,
} from '../store/pools/recycle-query.ts';
import { claimDueRule, insertNotices, lookAgain } from '../store/pools/recycle-store.ts';

type Rule = RowOf<'lead_recycle_rules'>;

const DAY_MS = 86_400_000;
/** Leads one transaction takes back or gives notice of. */
const BATCH = 100;
/** A rule looks again after so long; days of notice need no finer time. */
const AGAIN_MS = 15 * 60_000;

const after = (moment: Date, days: number): Date => new Date(moment.getTime() + days * DAY_MS);

/** Every owner has the days of notice, so a rule takes nothing before they are over. */
const termsOf = (rule: Rule): RecycleTerms => ({
  ...rule,
  notBefore: after(rule.holdsFrom ?? new Date(0), NOTICE_DAYS[0]),
});

async function takeBack(tx: Tx, rule: Rule): Promise<boolean> {
  const leads = await lockRecyclable(tx, termsOf(rule), tx.time.now(), BATCH);
  const said = why(`leads.why.pool.recycled_${rule.measure}`, { rule: rule.name, days: rule.days });
  const rows = leads.map(({ takesAt: _takesAt, ...lead }) => lead);
  await layInPools(tx, rows, {
    how: 'recycled',
    by: '',
    why: [said],
    reason: rule.name,
    ruleId: rule.id,
    poolId: rule.poolId,
  });
  return leads.length === BATCH;
}

async function note(tx: Tx, rule: Rule, leads: readonly Recyclable[], daysAhead: number): Promise<void> {
  const told = leads.flatMap(({ id, ownerId, takesAt }) => (ownerId === null ? [] : [{ id, ownerId, takesAt }]));
  await insertNotices(tx, { ruleId: rule.id, daysAhead }, told);
  for (const { id, ownerId, takesAt } of told) tellRecycleAhead(tx, id, { ownerId, takesAt, rule });
}

/** Tells owners of leads a rule takes within so many days; the shorter notice makes the longer one needless. */
async function giveNotice(tx: Tx, rule: Rule, daysAhead: number): Promise<boolean> {
  const terms = termsOf(rule);
  const until = after(tx.time.now(), daysAhead);
  const leads = await lockRecyclable(tx, terms, until, BATCH, untold(tx.orgId, rule.id, daysAhead, terms));
  await note(tx, rule, leads, daysAhead);
  return leads.length === BATCH;
}

/**
 * Takes leads back into pools by the organisation's rules, with notice three days and one day before. A rule belongs to
 * one node at a time and its leads are locked, so that none is taken or told of twice.
 */
export const sweepRecycling: Sweep = {
  name: 'leads.recycle',
  due: 'sweep.leads_recycle',
  everySeconds: 60,
  async run({ orgId, services }) {
    const origin = { orgId, actorId: null, operation: 'leads.recycle', requestId: services.time.newId() };
    return services.database.write(origin, async (tx) => {
      const rule = await claimDueRule(tx);
      if (!rule) return false;
      let more = await takeBack(tx, rule);
      for (const days of NOTICE_DAYS.toReversed()) more = (await giveNotice(tx, rule, days)) || more;
      if (!more) await lookAgain(tx, rule.id, new Date(tx.time.now().getTime() + AGAIN_MS));
      return more;
    });
  },
};
