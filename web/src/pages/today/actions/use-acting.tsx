import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Acting, OnAct } from './acting.ts';
import { actWords } from './act-words.ts';
import { loadWords } from '../../../kernel/i18n/index.ts';

// What can be done is said only once somebody does it.
const ActWindow = lazy(async () => {
  const [{ ActWindow: Box }] = await Promise.all([import('./act-window.tsx'), loadWords(actWords)]);
  return { default: Box };
});

/** The window of the act under way, and the way to open one; it stays mounted while it closes. */
export function useActing(): { readonly onAct: OnAct; readonly window: ReactNode } {
  const [acting, setActing] = useState<Acting>();
  const [open, setOpen] = useState(false);
  return {
    onAct: (next) => {
      setActing(next);
      setOpen(true);
    },
    window: acting && (
      <Suspense fallback={null}>
        <ActWindow acting={acting} open={open} onClose={() => setOpen(false)} />
      </Suspense>
    ),
  };
}
