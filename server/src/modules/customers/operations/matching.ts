import * as protocol from '@dealtrail/protocol/customers';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { shippedWeights } from '../rules/identity/weights.ts';
import { sidesQuery } from '../store/duplicate-pair-store.ts';
import * as store from '../store/match-run-store.ts';

function present(run: store.MatchRunFacts): protocol.MatchTrial {
  const { id, weights, state, checked, total, found, before, madeByName, heldByName, version } = run;
  return {
    id,
    weights,
    state,
    checked,
    total,
    found,
    before,
    madeByName,
    heldByName,
    version,
    madeAt: run.madeAt.toISOString(),
    endedAt: run.endedAt?.toISOString() ?? null,
    heldAt: run.heldAt?.toISOString() ?? null,
  };
}

/** How much each field says when duplicates are looked for, with its versions and the trial under way. */
export const getMatching = handleRead(protocol.getMatching, async ({ actor, read }) => {
  const [held, [trial]] = await read.all([store.heldRunsQuery(actor.orgId), store.openTrialQuery(actor.orgId)]);
  return {
    weights: held[0]?.weights ?? shippedWeights,
    shipped: shippedWeights,
    trial: trial ? present(trial) : null,
    versions: held.map(present),
  };
});

/** Begins a trial of weights over all leads and customers. */
export const tryMatching = handle(protocol.tryMatching, async ({ tx, input }) => {
  if (input.possible > input.likely) throw problem('match_thresholds');
  const id = await store.beginRun(tx, 'trial', input);
  return present(await tx.one(store.trialQuery(tx.orgId, id)));
});

/** How a trial went, with pairs to look at. */
export const getMatchTrial = handleRead(protocol.getMatchTrial, async ({ actor, read, input }) => {
  const run = await read.maybe(store.trialQuery(actor.orgId, input.id));
  if (!run) throw problem('not_found');
  const ids = [...new Set(run.sample.flatMap(({ oneId, otherId }) => [oneId, otherId]))];
  const sides = new Map((await read.many(sidesQuery(actor, ids))).map((side) => [side.id, side]));
  const sample = run.sample.flatMap(({ oneId, otherId, grade, before, points, reasons }) => {
    const [one, other] = [sides.get(oneId), sides.get(otherId)];
    if (!one || !other) return [];
    const records = [one, other].map(({ kind: _kind, createdAt, ...side }) => ({
      ...side,
      createdAt: createdAt.toISOString(),
    }));
    const recordKind = one.kind === other.kind ? one.kind : null;
    return [{ recordKind, grade, before, points, reasons: [...reasons], records }];
  });
  return { ...present(run), sample };
});

/** Puts the weights of a finished trial in force, and looks for pairs anew. */
export const holdMatching = handle(protocol.holdMatching, async ({ tx, input }) => {
  const run = await store.lockRun(tx, input.id);
  if (run?.purpose !== 'trial') throw problem('not_found');
  if (run.version !== input.version) throw problem('stale_version');
  if (run.state === 'dropped' || run.heldAt !== null) throw problem('match_trial_over');
  if (run.state !== 'done') throw problem('match_trial_unfinished');
  await store.holdRun(tx, run);
  await store.beginRun(tx, 'search', run.weights);
  return present(await tx.one(store.trialQuery(tx.orgId, input.id)));
});
