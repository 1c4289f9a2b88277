import type { Tx } from '../../../kernel/db/index.ts';
import type { Sweep } from '../../../kernel/house/module.ts';
import { compareNext } from '../duplicates/compare-records.ts';
import { countGrades, sampleOf } from '../rules/pair-sample.ts';
import { type FoundPair, forgetPairs, keepPairs } from '../store/duplicate-pair-store.ts';
import { beginRun, claimRun, lastSearchQuery, readWeights, saveProgress } from '../store/match-run-store.ts';

/** Compares one batch of a run that is due; true while more is waiting. */
async function step(tx: Tx): Promise<boolean> {
  const run = await claimRun(tx);
  if (!run) return false;
  const { pairs, checked, last } = await compareNext(tx, run.afterId, run.weights, await readWeights(tx));
  if (run.purpose === 'search') {
    const found = pairs.flatMap(({ recordKind, grade, ...pair }): FoundPair[] =>
      recordKind !== null && grade !== null ? [{ ...pair, recordKind, grade }] : [],
    );
    await keepPairs(tx, found);
    if (last === null) await forgetPairs(tx, run.madeAt);
  }
  const now = tx.time.now();
  const done = last === null;
  await saveProgress(tx, run, {
    checked: run.checked + checked,
    found: countGrades(
      run.found,
      pairs.map(({ grade }) => grade),
    ),
    before: countGrades(
      run.before,
      pairs.map(({ before }) => before),
    ),
    ...(run.purpose === 'trial'
      ? { sample: sampleOf([...run.sample, ...pairs.map(({ recordKind: _kind, ...pair }) => pair)]) }
      : {}),
    ...(done ? { state: 'done', endedAt: now, dueAt: null } : { afterId: last, dueAt: now }),
  });
  return !done;
}

/** Compares all records under the weights of a run, a batch at a time: for a trial, or for the list of pairs. */
export const sweepMatchRuns: Sweep = {
  name: 'customers.match_records',
  due: 'sweep.match_runs_due',
  everySeconds: 2,
  async run({ orgId, services }) {
    const origin = { orgId, actorId: null, operation: 'customers.match_records', requestId: services.time.newId() };
    return services.database.write(origin, step);
  },
};

/** A search begins when the last one was begun this long ago, so that one runs a day. */
const SEARCH_EVERY_MS = 22 * 3_600_000;

/** Begins the daily search for pairs. */
export const planSearches: Sweep = {
  name: 'customers.search_duplicates',
  due: 'sweep.organizations',
  everySeconds: 3_600,
  async run({ orgId, services }) {
    const { database, time } = services;
    const [last] = await database.readRows(orgId, lastSearchQuery(orgId));
    if (last && time.now().getTime() - last.madeAt.getTime() < SEARCH_EVERY_MS) return false;
    const origin = { orgId, actorId: null, operation: 'customers.search_duplicates', requestId: time.newId() };
    await database.write(origin, async (tx) => beginRun(tx, 'search', await readWeights(tx)));
    return false;
  },
};
