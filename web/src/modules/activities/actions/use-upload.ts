import { listAttachments, uploadAttachment } from '@dealtrail/protocol/attachments';
import { useState } from 'react';
import { ProblemError, useAct } from '../../../kernel/client/index.ts';

/** Files on their way to a record. */
export interface Upload {
  readonly add: (files: readonly File[]) => Promise<void>;
  /** Name of the file under way. */
  readonly adding: string | undefined;
  readonly error: ProblemError | null;
}

/** Adds files to a record one after the other; the first refused one ends the row. */
export function useUpload(recordId: string): Upload {
  const { run } = useAct(uploadAttachment, { invalidates: [listAttachments] });
  const [adding, setAdding] = useState<string>();
  const [error, setError] = useState<ProblemError | null>(null);
  const add = async (files: readonly File[]) => {
    setError(null);
    try {
      for (const file of files) {
        setAdding(file.name);
        const form = new FormData();
        form.append('file', file, file.name);
        await run({ params: { id: recordId } }, form);
      }
    } catch (refused) {
      if (refused instanceof ProblemError) setError(refused);
    } finally {
      setAdding(undefined);
    }
  };
  return { add, adding, error };
}
