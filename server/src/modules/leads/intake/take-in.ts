import type { Actor } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { joinable } from '../store/joinable-query.ts';
import { createMany } from './create-many.ts';
import { factsOf, type LeadFacts } from './lead-facts.ts';
import type { LeadFault } from './normalise-lead.ts';

/** What became of a lead nobody of ours typed. */
export type TakenIn =
  | { readonly outcome: 'created' | 'joined'; readonly leadId: string }
  | { readonly outcome: 'refused'; readonly faults: readonly LeadFault[] };

/**
 * Takes in what a visitor or another system sent, in the name of `actor`: it joins the open lead it certainly is, else
 * becomes a new one, given out by the rules. Nothing is told of other records.
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
  if (taken?.outcome === 'created') return { outcome: 'created', leadId: taken.id };
  if (taken?.outcome === 'rejected') return { outcome: 'refused', faults: taken.faults };
  if (taken && 'joined' in taken && taken.joined) return { outcome: 'joined', leadId: taken.joined.id };
  throw new Error('a lead that is taken in is created, joined or refused');
}
