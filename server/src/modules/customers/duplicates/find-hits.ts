import type { Actor } from '../../../kernel/access/index.ts';
import type { RowSource } from '../../../kernel/house/module.ts';
import { keysOf, type Party } from '../rules/identity/party.ts';
import { candidateQuery } from '../store/candidate-query.ts';
import { type JudgedHit, judgeCandidates } from './judge-candidates.ts';

/** The leads and customers that may be this party, the surest first; `except` is the record the party is. */
export async function findHits(
  rows: Pick<RowSource, 'many'>,
  actor: Actor,
  party: Party,
  except: string | null = null,
): Promise<JudgedHit[]> {
  const keys = keysOf(party);
  if (keys.length === 0) return [];
  return judgeCandidates(keys, await rows.many(candidateQuery(actor, keys, except)));
}
