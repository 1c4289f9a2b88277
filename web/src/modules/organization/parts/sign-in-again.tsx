import { lazy, Suspense } from 'react';
import { loadWords } from '../../../kernel/i18n/index.ts';
import type { SignInAgainProps } from './sign-in-dialog.tsx';

const SignInDialog = lazy(async () => {
  const [dialog] = await Promise.all([import('./sign-in-dialog.tsx'), loadWords(['organization', 'auth'])]);
  return { default: dialog.SignInDialog };
});

/** Signing in over the page whose session has ended; its code comes only then. */
export function SignInAgain(props: SignInAgainProps) {
  return (
    <Suspense fallback={null}>
      <SignInDialog {...props} />
    </Suspense>
  );
}
