/** Whether the server answers, and whether it tells what changes. */
interface Reach {
  /** Since when it does not answer (ms of this machine's clock); undefined while it does. */
  readonly since: number | undefined;
  /** True while the line for what changes is lost and being opened again. */
  readonly reconnecting: boolean;
}

let now: Reach = { since: undefined, reconnecting: false };
const watching = new Set<() => void>();

function become(next: Reach): void {
  if (next.since === now.since && next.reconnecting === now.reconnecting) return;
  now = next;
  for (const changed of watching) changed();
}

/** A call was answered, whatever the answer. */
export function answered(): void {
  become({ ...now, since: undefined });
}

/** A call got no answer. */
export function unanswered(): void {
  become({ ...now, since: now.since ?? Date.now() });
}

/** The line for what changes is open, or being opened again. */
export function lineIs(state: 'open' | 'lost'): void {
  become({ since: state === 'open' ? undefined : now.since, reconnecting: state === 'lost' });
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
