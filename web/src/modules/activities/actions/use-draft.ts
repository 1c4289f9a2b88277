import { useCallback, useState } from 'react';
import { useSession } from '../../../kernel/session/index.ts';
import { useKit } from '../../../kit/provider/index.ts';
import { type FollowUpTyped, readDraft, writeDraft } from '../follow-up-draft.ts';

interface Draft {
  /** What was typed and not saved before this form opened. */
  readonly kept: FollowUpTyped | undefined;
  readonly keep: (typed: FollowUpTyped) => void;
  readonly drop: () => void;
}

/** The unsaved follow-up of this member on one record, kept on this machine. */
export function useDraft(recordId: string): Draft {
  const { member } = useSession();
  const { now } = useKit();
  const key = `followUp.${member.id}.${recordId}`;
  const [kept, setKept] = useState(() => {
    try {
      return readDraft(localStorage.getItem(key), now());
    } catch {
      return undefined;
    }
  });
  const keep = useCallback(
    (typed: FollowUpTyped) => {
      try {
        localStorage.setItem(key, writeDraft(typed, now()));
      } catch {
        // A forbidden store only means that the words live as long as the form.
      }
    },
    [key, now],
  );
  const drop = useCallback(() => {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept either.
    }
    setKept(undefined);
  }, [key]);
  return { kept, keep, drop };
}
