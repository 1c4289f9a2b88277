/** Whether the server answers. */
interface Reach {
  /** Since when it does not (ms of this machine's clock); undefined while it does. */
  readonly since: number | undefined;
}

let now: Reach = { since: undefined };
const watching = new Set<() => void>();

function become(since: number | undefined): void {
  if (since === now.since) return;
  now = { since };
  for (const changed of watching) changed();
}

/** A call was answered, whatever the answer. */
export function answered(): void {
  become(undefined);
}

/** A call got no answer. */
export function unanswered(): void {
  become(now.since ?? Date.now());
}

/** Whether the server answers, as it is now. */
export function reach(): Reach {
  return now;
}

/** Calls back whenever it changes; returns how to stop. */
export function watchReach(changed: () => void): () => void {
  watching.add(changed);
  return () => watching.delete(changed);
}
