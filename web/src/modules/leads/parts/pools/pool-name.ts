import type { PoolLead } from '@dealtrail/protocol/leads';
import { useLeadWords } from '../words.ts';

/** How a lead of a pool is called: its company; a person stays unnamed until somebody claims them. */
export function usePoolLeadName(): (lead: Pick<PoolLead, 'companyName' | 'number'>) => string {
  const word = useLeadWords();
  return ({ companyName, number }) => companyName ?? `${word('pools.person')} ${number}`;
}
