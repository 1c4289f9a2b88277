import { type Lead, revealLead } from '@dealtrail/protocol/leads';
import type { Answer } from '@dealtrail/protocol/kernel';
import { Input } from 'antd';
import { type ReactNode, useState } from 'react';
import { ProblemError, useAct } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { Field, FormFrame } from '../../../kit/form/index.ts';
import { usePhone } from '../../../kit/provider/index.ts';
import { useLeadWords } from '../parts/words.ts';
import { dialled } from '../phone-number.ts';

type Shown = Answer<typeof revealLead>;
type Purpose = 'call' | 'copy';

/** Contact data of one lead as this person has seen it on this page. */
export interface Reveal {
  /** In full, once it has been asked for. */
  readonly shown: Shown | undefined;
  /** What was put on the clipboard last. */
  readonly copied: boolean;
  readonly busy: boolean;
  readonly error: ProblemError | null;
  readonly ask: (purpose: Purpose) => void;
  /** The question for a reason, where one is needed. */
  readonly dialog: ReactNode;
}

/** The number a call or a copy means: the mobile one, else the landline, else the address. */
function firstOf(shown: Shown): string {
  return shown.phone ?? shown.landline ?? shown.email ?? shown.wechat ?? '';
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Without TLS there is no clipboard; the number stands in full to be marked.
    return false;
  }
}

interface ReasonDialogProps {
  readonly open: boolean;
  readonly error: ProblemError | null;
  readonly onReason: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}

function ReasonDialog({ open, error, onReason, onClose }: ReasonDialogProps) {
  const word = useLeadWords();
  const said = useProblemWords(error);
  // The first refusal is the question itself, not a mistake of the person.
  const problem = error?.problem.code === 'reveal_reason_needed' ? undefined : said;
  return (
    <Dialog open={open} title={word('leads.reveal.title')} onClose={onClose}>
      <FormFrame<{ reason: string }>
        label={word('leads.reveal.title')}
        initial={{}}
        guard={false}
        problem={problem}
        submitWord={word('leads.reveal.act')}
        onCancel={onClose}
        onSubmit={({ reason }) => onReason(reason)}
      >
        <Field name="reason" label={word('leads.reveal.reason')} help={word('leads.reveal.hint')} required>
          <Input maxLength={200} autoFocus />
        </Field>
      </FormFrame>
    </Dialog>
  );
}

/** Shows the contact data of a lead for a call or a copy; every look is counted and logged by the server. */
export function useReveal(lead: Pick<Lead, 'id'>): Reveal {
  const phone = usePhone();
  const act = useAct(revealLead, { invalidates: ['activities.*'] });
  const [seen, setSeen] = useState<{ readonly id: string; readonly shown: Shown; readonly copied: boolean }>();
  const [asking, setAsking] = useState<Purpose>();
  const look = async (purpose: Purpose, reason?: string) => {
    const shown = await act.run({ params: { id: lead.id }, body: { purpose, ...(reason ? { reason } : {}) } });
    setAsking(undefined);
    const first = firstOf(shown);
    const copied = purpose === 'copy' && (await copy(dialled(first)));
    setSeen({ id: lead.id, shown, copied });
    if (purpose === 'call' && phone && first) location.href = `tel:${first.replaceAll(/[^\d+]/g, '')}`;
  };
  const ask = (purpose: Purpose) => {
    look(purpose).catch((error: unknown) => {
      if (error instanceof ProblemError && error.problem.code === 'reveal_reason_needed') setAsking(purpose);
    });
  };
  const mine = seen?.id === lead.id ? seen : undefined;
  return {
    shown: mine?.shown,
    copied: mine?.copied ?? false,
    busy: act.busy,
    error: asking ? null : act.error,
    ask,
    dialog: (
      <ReasonDialog
        open={asking !== undefined}
        error={act.error}
        onReason={(reason) => look(asking ?? 'call', reason)}
        onClose={() => setAsking(undefined)}
      />
    ),
  };
}
