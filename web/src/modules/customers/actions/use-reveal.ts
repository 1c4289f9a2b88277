import { revealContact } from '@dealtrail/protocol/customers';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useState } from 'react';
import { ProblemError, useAct } from '../../../kernel/client/index.ts';

type Purpose = 'call' | 'copy';

/** Contact data shown in full, and how often that may happen today. */
export type Revealed = Answer<typeof revealContact>;

/** Showing the contact data of one person, for a call or a copy. */
export interface Reveal {
  readonly shown: Revealed | undefined;
  /** Whether copying came to its end: true done, false the browser refused. */
  readonly copied: boolean | undefined;
  /** The purpose for which a reason is asked. */
  readonly asks: Purpose | undefined;
  readonly busy: boolean;
  readonly error: ProblemError | null;
  readonly press: (purpose: Purpose) => void;
  /** Rejects when the server refuses the reason too. */
  readonly giveReason: (reason: string) => Promise<void>;
  readonly dropReason: () => void;
}

/** Shows contact data for a call or a copy; each time is counted, and past the day's measure a reason is asked for. */
export function useReveal(customerId: string, contactId: string): Reveal {
  const act = useAct(revealContact);
  const [shown, setShown] = useState<Revealed>();
  const [copied, setCopied] = useState<boolean>();
  const [asks, setAsks] = useState<Purpose>();
  const reveal = async (purpose: Purpose, reason?: string) => {
    setCopied(undefined);
    const body = { purpose, ...(reason ? { reason } : {}) };
    const answer = await act.run({ params: { id: customerId, contactId }, body });
    setShown(answer);
    setAsks(undefined);
    const wanted = answer.phone ?? answer.email;
    if (purpose === 'call' && answer.phone) location.href = `tel:${answer.phone}`;
    if (purpose === 'copy' && wanted) setCopied(await copy(wanted));
  };
  const press = (purpose: Purpose) => {
    reveal(purpose).catch((error: unknown) => {
      if (error instanceof ProblemError && error.problem.code === 'reveal_reason_needed') setAsks(purpose);
    });
  };
  return {
    shown,
    copied,
    asks,
    busy: act.busy,
    error: act.error?.problem.code === 'reveal_reason_needed' ? null : act.error,
    press,
    giveReason: (reason) => (asks ? reveal(asks, reason) : Promise.resolve()),
    dropReason: () => setAsks(undefined),
  };
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
