import { batchRows, type FromBox } from './box-talk.ts';
import type { SheetRow } from './sheet.ts';

/** Characters of one message: a row may hold 200 × 32 767 of them, and the parent's memory must not feel it. */
const batchCharacters = 1_000_000;

/** Gathers rows into batches and sends each only after the parent took the one before. Used inside the child process. */
export function createBoxSender(send: (message: FromBox) => Promise<void>) {
  let acknowledge = () => {};
  let taken = Promise.resolve();
  let batch: SheetRow[] = [];
  let characters = 0;

  async function flush(): Promise<void> {
    await taken;
    taken = new Promise((resolve) => {
      acknowledge = resolve;
    });
    const rows = batch;
    batch = [];
    characters = 0;
    await send({ kind: 'rows', rows });
  }

  return {
    /** Adds a row; the promise, where there is one, is settled when the reader may go on. */
    add(row: SheetRow): Promise<void> | undefined {
      batch.push(row);
      for (const cell of row.cells) characters += cell.length;
      return batch.length === batchRows || characters > batchCharacters ? flush() : undefined;
    },
    /** Sends what is left and waits until the parent took everything. */
    async finish(): Promise<void> {
      if (batch.length > 0) await flush();
      await taken;
    },
    acknowledge: () => acknowledge(),
  };
}
