import type { Answer, Operation, Passed } from '@dealtrail/protocol/kernel';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { call } from './call.ts';
import { type Attempt, freshKey, keyFor } from './idempotency-key.ts';
import { ProblemError } from './problem-error.ts';

interface ActOptions<O extends Operation> {
  /** Reads that are out of date afterwards: operations, or all of a chapter as `leads.*`. */
  readonly invalidates?: readonly (Operation | `${string}.*`)[];
  readonly onDone?: (answer: Answer<O>) => void | Promise<void>;
}

/** An act on the way to the server and back. */
export interface Act<O extends Operation> {
  /** Does it; rejects with `ProblemError`, which is also kept as `error`. */
  readonly run: (input: Passed<O>, form?: FormData) => Promise<Answer<O>>;
  /** Does it where nobody waits for the promise: behind a button. */
  readonly press: (input: Passed<O>, form?: FormData) => void;
  readonly busy: boolean;
  readonly error: ProblemError | null;
  readonly reset: () => void;
}

interface Sent<O extends Operation> {
  readonly input: Passed<O>;
  readonly form: FormData | undefined;
  readonly attempt: Attempt;
}

function concerns(invalidated: Operation | `${string}.*`, id: string): boolean {
  return typeof invalidated === 'string' ? id.startsWith(invalidated.slice(0, -1)) : id === invalidated.id;
}

/** Writes through one operation. One intended act has one Idempotency-Key, kept over every repeat. */
export function useAct<O extends Operation>(op: O, { invalidates = [], onDone }: ActOptions<O> = {}): Act<O> {
  const cache = useQueryClient();
  const unsettled = useRef<Attempt>(undefined);
  const mutation = useMutation<Answer<O>, ProblemError, Sent<O>>({
    mutationFn: ({ input, form, attempt }) =>
      call(op, input, { idempotencyKey: attempt.key, ...(form ? { form } : {}) }),
    onSuccess: async (answer) => {
      unsettled.current = undefined;
      await onDone?.(answer);
      await cache.invalidateQueries({
        predicate: ({ queryKey }) => invalidates.some((each) => concerns(each, String(queryKey[0]))),
      });
    },
    onError: (error, { attempt }) => {
      unsettled.current = error instanceof ProblemError && error.unknown ? attempt : undefined;
    },
  });
  const { mutateAsync, reset, isPending, error } = mutation;
  const run = useCallback(
    (input: Passed<O>, form?: FormData) => {
      const intent = JSON.stringify(input);
      const attempt = { intent, key: keyFor(intent, form ? undefined : unsettled.current, freshKey) };
      return mutateAsync({ input, form, attempt });
    },
    [mutateAsync],
  );
  const press = useCallback(
    (input: Passed<O>, form?: FormData) => {
      run(input, form).catch(() => undefined);
    },
    [run],
  );
  return { run, press, busy: isPending, error, reset };
}
