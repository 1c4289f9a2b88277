import { useSyncExternalStore } from 'react';

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => matchMedia(query).matches,
  );
}

/** Narrower than 768 px: one column, cards instead of tables, a bottom bar. */
export function usePhone(): boolean {
  return useMedia('(max-width: 767px)');
}

/** The person asked their system for less motion. */
export function useStill(): boolean {
  return useMedia('(prefers-reduced-motion: reduce)');
}

/** The system prefers a dark appearance. */
export function usePrefersDark(): boolean {
  return useMedia('(prefers-color-scheme: dark)');
}
