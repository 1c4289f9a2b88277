import { session as askSession, type Session } from '@dealtrail/protocol/auth';
import { useEffect, useEffectEvent } from 'react';
import { call } from '../../../kernel/client/index.ts';
import { useWords } from '../../../kernel/i18n/index.ts';
import { useSession, useSignedInAgain } from '../../../kernel/session/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import type { zh } from '../messages/zh.ts';
import { useSignInSteps } from './sign-in-steps.tsx';

/** What signing in over a page tells it. */
export interface SignInAgainProps {
  /** The same member has signed in again, or put it off. */
  readonly onSettled: (again: boolean) => void;
  /** Somebody else has signed in. */
  readonly onOther: () => void;
}

/** Signing in over the page whose session has ended; what stands there and what is under way stays for its member. */
export function SignInDialog({ onSettled, onOther }: SignInAgainProps) {
  const word = useWords<keyof typeof zh>();
  const { member } = useSession();
  const takeOver = useSignedInAgain();
  const take = (session: Session) => (takeOver(session) ? onSettled(true) : onOther());
  const { second, form } = useSignInSteps(take, member.email);
  // Whoever has signed in meanwhile, in this window or another, need not do so again.
  const look = useEffectEvent(() => {
    call(askSession, {}).then(take, () => undefined);
  });
  useEffect(() => {
    look();
    const hear = () => look();
    window.addEventListener('focus', hear);
    return () => window.removeEventListener('focus', hear);
  }, []);
  return (
    <Dialog
      open
      title={word(second ? 'organization.secondStep.title' : 'organization.signInAgain.title')}
      onClose={() => onSettled(false)}
    >
      <div className="k-stack">
        <p>{word(second ? 'organization.secondStep.note' : 'organization.signInAgain.note')}</p>
        {form}
      </div>
    </Dialog>
  );
}
