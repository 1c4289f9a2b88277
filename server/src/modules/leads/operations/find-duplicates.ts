import * as protocol from '@dealtrail/protocol/leads';
import { handle } from '../../../kernel/http/handle.ts';
import { factsOf } from '../intake/lead-facts.ts';
import { normaliseLead } from '../intake/normalise-lead.ts';
import { matchQuery } from '../store/match-query.ts';
import { readSources } from '../store/source-store.ts';
import { tellDuplicates } from './told-duplicates.ts';

/** Looks for the same company, phone or e-mail among leads and customers before a lead is saved. */
export const findDuplicates = handle(protocol.findDuplicates, async ({ actor, tx, input }) => {
  const { lead, faults } = normaliseLead(factsOf(input), await readSources(tx));
  const broken = faults.map(({ path }) => path);
  // What is still being typed matches nothing yet.
  const keys = lead.keys.filter(({ kind }) => !broken.includes(kind));
  const matches = keys.length > 0 ? await tx.many(matchQuery(tx.orgId, keys)) : [];
  return { duplicates: await tellDuplicates(tx, actor, matches, true) };
});
