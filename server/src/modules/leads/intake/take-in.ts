import type { Actor } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { joinable } from '../store/joinable-query.ts';
import { createMany } from './create-many.ts';
import { factsOf, type LeadFacts } from './lead-facts.ts';
import { refuseFaults } from '../operations/refuse-faults.ts';

/** What became of a lead nobody of ours typed. */
export interface TakenIn {
  readonly outcome: 'created' | 'joined';
  readonly leadId: string;
}

/**
 * Takes in what a visitor or another system sent, in the name of `actor`: it joins the open lead it certainly is, else
 * becomes a new one, given out by the rules. Nothing is told of other records; facts that cannot be kept are refused like
 * those of a lead somebody types.
 */
export async function takeIn(tx: Tx, actor: Actor, facts: Partial<LeadFacts>): Promise<TakenIn> {
  const decide: Parameters<typeof createMany>[1]['decide'] = async (hits) => {
    const joins = await joinable(
      tx,
      actor,
      hits.filter(({ grade }) => grade === 'same'),
    );
    return joins === undefined ? { hits } : { hits, joins };
  };
  const [taken] = await createMany(tx, { actor, mode: 'add', decide, via: 'form' }, [
    { facts: factsOf(facts), wish: 'rules' },
  ]);
  if (taken?.outcome === 'rejected') refuseFaults(taken.faults);
  if (taken?.outcome === 'created') return { outcome: 'created', leadId: taken.id };
  if (taken && 'joined' in taken && taken.joined) return { outcome: 'joined', leadId: taken.joined.id };
  throw new Error('a lead that is taken in is created, joined or refused');
}
