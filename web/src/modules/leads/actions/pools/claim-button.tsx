import { claimLead, type PoolLead } from '@dealtrail/protocol/leads';
import { createContext, useContext } from 'react';
import { useAct } from '../../../../kernel/client/index.ts';
import type { ProblemError } from '../../../../kernel/client/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { usePoolLeadName } from '../../parts/pools/pool-name.ts';
import { useLeadWords } from '../../parts/words.ts';

/** What came of a claim: the lead, or why not. */
export interface Claimed {
  readonly lead: Pick<PoolLead, 'id'> & { readonly name: string };
  readonly error: ProblemError | null;
}

/** Where a page hears what came of the claims made on it. */
export const ClaimsContext = createContext<(claimed: Claimed) => void>(() => undefined);

interface ClaimButtonProps {
  readonly lead: PoolLead;
  readonly small?: boolean;
  readonly primary?: boolean;
}

/** Takes a lead out of its pool at one press. */
export function ClaimButton({ lead, small = false, primary = false }: ClaimButtonProps) {
  const word = useLeadWords();
  const nameOf = usePoolLeadName();
  const tell = useContext(ClaimsContext);
  const act = useAct(claimLead, { invalidates: ['leads.*', 'activities.*', 'insights.*'] });
  if (!lead.abilities.claim) return null;
  const name = nameOf(lead);
  const claim = () => {
    act
      .run({ params: { id: lead.id }, body: {} })
      .then(() => tell({ lead: { id: lead.id, name }, error: null }))
      .catch((error: ProblemError) => tell({ lead: { id: lead.id, name }, error }));
  };
  return (
    <Button
      small={small}
      kind={primary ? 'primary' : 'plain'}
      busy={act.busy}
      label={word('pools.claim.of', { name })}
      onClick={claim}
    >
      {word('pools.claim')}
    </Button>
  );
}
