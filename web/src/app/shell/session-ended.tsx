import { lazy, Suspense } from 'react';
import { useSessionEnded } from '../../kernel/session/index.ts';

const SignInAgain = lazy(async () => ({ default: (await import('../../modules/organization/index.ts')).SignInAgain }));

/** Over whatever page stands when the session ends: signing in again; its code comes for nobody else. */
export function SessionEnded({ onOther }: { readonly onOther: () => void }) {
  const settle = useSessionEnded();
  return settle ? (
    <Suspense fallback={null}>
      <SignInAgain onSettled={settle} onOther={onOther} />
    </Suspense>
  ) : null;
}
