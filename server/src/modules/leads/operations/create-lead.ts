import * as protocol from '@dealtrail/protocol/leads';
import { may } from '../../../kernel/access/index.ts';
import { handle } from '../../../kernel/http/handle.ts';
import { fieldProblem } from '../../../kernel/http/problem.ts';
import { createMany } from '../intake/create-many.ts';
import { factsOf } from '../intake/lead-facts.ts';
import { refuseFaults } from './refuse-faults.ts';
import { showLead } from '../store/lead-view.ts';
import { tellDuplicates } from './told-duplicates.ts';

/**
 * Takes in a lead: finds duplicates, judges intent, priority and completeness, assigns it and starts its clocks. A
 * duplicate is told, never refused.
 */
export const createLead = handle(protocol.createLead, async ({ actor, tx, input }) => {
  if (input.assign === 'mine' && !may(actor, 'leads.followUp')) {
    throw fieldProblem('assign', 'assign_not_allowed', '您的角色不跟进线索，请选择“按规则”');
  }
  const row = {
    ...(input.id === undefined ? {} : { id: input.id }),
    ...(input.assign === undefined ? {} : { wish: input.assign }),
    facts: factsOf(input),
  };
  const [taken] = await createMany(tx, { actor, mode: 'add' }, [row]);
  if (taken?.outcome === 'rejected') refuseFaults(taken.faults);
  if (taken?.outcome !== 'created') throw new Error('a lead that is added is created or rejected');
  const duplicates = await tellDuplicates(tx, actor, taken.matches, false);
  return { ...(await showLead(tx, actor, taken.id)), duplicates };
});
