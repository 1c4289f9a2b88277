import * as protocol from '@dealtrail/protocol/leads';
import type { Actor } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { digestOf, noteProbes, probeAccount } from '../../../kernel/search/probes.ts';
import { duplicates } from '../../customers/index.ts';
import { factsOf } from '../intake/lead-facts.ts';
import { identityOf, normaliseLead } from '../intake/normalise-lead.ts';
import { readSources } from '../store/source-store.ts';

/**
 * Notes numbers and addresses that nobody in sight has: whoever asks for one after the other learns hidden digits by
 * what is not there. Beyond the measure of an hour nothing is answered.
 */
async function countUnknown(
  tx: Tx,
  actor: Actor,
  points: readonly { readonly kind: string; readonly normalized: string }[],
  hits: readonly duplicates.JudgedHit[],
): Promise<void> {
  const met = new Set(hits.filter((hit) => hit.visible).flatMap(({ keyTexts }) => keyTexts));
  const unknown = points.filter(({ kind, normalized }) => !met.has(`${kind} ${normalized}`));
  if (unknown.length === 0) return;
  const { left, waitSeconds, known } = await probeAccount(tx, actor.memberId, 'number');
  const asked = unknown.map(({ normalized }) => digestOf(tx.orgId, normalized)).filter((digest) => !known.has(digest));
  if (asked.length > left) {
    throw problem('too_many_requests', { params: { seconds: waitSeconds }, retryAfter: waitSeconds });
  }
  const probes = asked.map((digest) => ({ asked: digest }));
  await noteProbes(tx, actor.memberId, 'number', probes);
}

/** Looks for the same company or person among leads and customers before a lead is saved. */
export const findDuplicates = handle(protocol.findDuplicates, async ({ actor, tx, input }) => {
  const typed = factsOf(input);
  const { lead, faults } = normaliseLead(typed, await readSources(tx));
  // What is still being typed matches nothing yet.
  const broken = Object.fromEntries(faults.map(({ path }) => [path, null]));
  const { keys, points } = identityOf({ ...lead.facts, ...broken });
  const hits =
    keys.length > 0 ? duplicates.judgeCandidates(keys, await tx.many(duplicates.candidateQuery(actor, keys))) : [];
  await countUnknown(tx, actor, points, hits);
  const { told } = duplicates.applyDuplicateRules(await duplicates.readDuplicateRules(tx), 'lead', hits);
  return { duplicates: await duplicates.tellDuplicates(tx, actor, told, true) };
});
