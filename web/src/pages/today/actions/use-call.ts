import { revealLead } from '@dealtrail/protocol/leads';
import { useAct } from '../../../kernel/client/index.ts';
import { ProblemError } from '../../../kernel/client/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';

/** Calls the person of a lead; where the server asks for a reason first, the lead's page does. */
export function useCall(leadId: string) {
  const go = useGo();
  const act = useAct(revealLead);
  const call = async () => {
    try {
      const { phone, landline } = await act.run({ params: { id: leadId }, body: { purpose: 'call' } });
      const number = (phone ?? landline ?? '').replaceAll(/[^\d+]/g, '');
      if (number) location.href = `tel:${number}`;
      else go(`/leads/${leadId}`);
    } catch (error) {
      if (error instanceof ProblemError && error.problem.code?.startsWith('reveal_')) go(`/leads/${leadId}`);
    }
  };
  return { call: () => void call(), busy: act.busy, error: act.error };
}
