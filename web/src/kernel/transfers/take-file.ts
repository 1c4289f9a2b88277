import type { Operation, Passed } from '@dealtrail/protocol/kernel';
import { useState } from 'react';
import { fetchFile, ProblemError, saveFile } from '../client/index.ts';

/** A file on its way to the person's disk. */
export interface Taking {
  readonly busy: boolean;
  readonly error: ProblemError | null;
  readonly take: () => Promise<void>;
}

/** Fetches the file of an operation and hands it to the browser. */
export function useTakeFile<O extends Operation>(
  op: O,
  input: Passed<O>,
  otherwise: string,
  onTaken?: () => void,
): Taking {
  const [error, setError] = useState<ProblemError | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    setError(null);
    try {
      const { blob, name } = await fetchFile(op, input);
      saveFile(blob, name ?? otherwise);
      onTaken?.();
    } catch (cause) {
      if (!(cause instanceof ProblemError)) throw cause;
      setError(cause);
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, take };
}
