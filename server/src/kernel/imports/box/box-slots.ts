/** Boxes open at once in one process: each may take 512 MB at worst, 100 to 250 MB in practice. */
const slots = 3;

let taken = 0;
const waiting: (() => void)[] = [];

/** Runs the work when one of the process's box slots is free; an abort while waiting rejects with its reason. */
export async function withBoxSlot<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
  await takeSlot(signal);
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else taken -= 1;
  }
}

async function takeSlot(signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  if (taken < slots) {
    taken += 1;
    return;
  }
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const abort = () => {
    waiting.splice(waiting.indexOf(resolve), 1);
    reject(signal?.reason);
  };
  signal?.addEventListener('abort', abort, { once: true });
  waiting.push(resolve);
  await promise;
  signal?.removeEventListener('abort', abort);
}
