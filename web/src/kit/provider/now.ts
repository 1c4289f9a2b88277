import { useContext, useSyncExternalStore } from 'react';
import { KitContext } from './kit-context.ts';

/** Clocks on the screen move this often: fine enough for "18 分钟", cheap enough for a page of chips. */
const TICK_MS = 15_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let tick = 0;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(() => {
    tick += 1;
    for (const each of listeners) each();
  }, TICK_MS);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

/** The present moment in ms, by the server's clock; the part that asks is drawn again as it moves. */
export function useNow(): number {
  const { now } = useContext(KitContext);
  useSyncExternalStore(subscribe, () => tick);
  return now();
}
