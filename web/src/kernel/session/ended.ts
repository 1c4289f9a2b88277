import { useSyncExternalStore } from 'react';

/** How it went on: the same member signed in again, or put it off. */
type Settle = (again: boolean) => void;

interface Ending {
  readonly again: Promise<boolean>;
  readonly settle: Settle;
}

let ending: Ending | undefined;
const watchers = new Set<() => void>();

function turn(next: Ending | undefined): void {
  ending = next;
  for (const tell of watchers) tell();
}

/**
 * The session has ended under an open page. Waits for its member: true once they have signed in again, false when they
 * put it off. Whoever asks meanwhile waits for the same.
 */
export function waitForSignIn(): Promise<boolean> {
  if (ending) return ending.again;
  let settle: Settle = () => undefined;
  const again = new Promise<boolean>((resolve) => {
    settle = (outcome) => {
      turn(undefined);
      resolve(outcome);
    };
  });
  turn({ again, settle });
  return again;
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}

/** The ending somebody waits about, if there is one. */
export function endedSession(): Ending | undefined {
  return ending;
}

/** While somebody waits for the member to sign in again: says how it went on. */
export function useSessionEnded(): Settle | undefined {
  return useSyncExternalStore(watch, endedSession)?.settle;
}
