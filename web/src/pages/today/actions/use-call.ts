import { useState } from 'react';
import { call, freshKey, ProblemError } from '../../../kernel/client/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';

/** Brings the verb with the first call, not with the page. */
async function reveal(id: string) {
  const { revealLead } = await import('@dealtrail/protocol/leads');
  return call(revealLead, { params: { id }, body: { purpose: 'call' } }, { idempotencyKey: freshKey() });
}

/** Calls the person of a lead; where there is no number or the server asks for a reason first, the lead's page opens. */
export function useCall(leadId: string) {
  const go = useGo();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ProblemError | null>(null);
  const dial = async () => {
    const { phone, landline } = await reveal(leadId);
    const number = (phone ?? landline ?? '').replaceAll(/[^\d+]/g, '');
    if (number) location.href = `tel:${number}`;
    else go(`/leads/${leadId}`);
  };
  const press = () => {
    setBusy(true);
    setError(null);
    dial()
      .catch((cause: unknown) => {
        if (!(cause instanceof ProblemError)) throw cause;
        if (cause.problem.code?.startsWith('reveal_')) go(`/leads/${leadId}`);
        else setError(cause);
      })
      .finally(() => setBusy(false));
  };
  return { call: press, busy, error };
}
