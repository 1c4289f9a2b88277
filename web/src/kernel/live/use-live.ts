import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { follow } from './line.ts';
import { reach, watchReach } from './reach.ts';

/** Those who look at one record do not all ask in the same moment. */
const SPREAD_MS = 300;
/** The same read is asked again at most this often, however much happens. */
const APART_MS = 2_000;

/**
 * Keeps one read as it is on the server: asks it again, a moment later, whenever one of these kinds of record or one of
 * these records changed. Without a line it is asked from time to time.
 */
export function useLive(topics: readonly string[], key: QueryKey, enabled = true): void {
  const cache = useQueryClient();
  const followed = enabled ? topics.join(',') : '';
  const about = JSON.stringify(key);
  useEffect(() => {
    if (!followed) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asked = 0;
    const ask = () => {
      timer = undefined;
      asked = performance.now();
      void cache.invalidateQueries({ queryKey: JSON.parse(about) as QueryKey, exact: true });
    };
    const hear = () => {
      const wait = Math.max(0, asked ? asked + APART_MS - performance.now() : 0);
      timer ??= setTimeout(ask, wait + Math.random() * SPREAD_MS);
    };
    const stop = follow({ topics: followed.split(','), hear });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, [cache, followed, about]);
}

/** Whether the server answers and tells what changes, as it is now. */
export function useReach(): ReturnType<typeof reach> {
  return useSyncExternalStore(watchReach, reach);
}
