import type { Operation } from '@dealtrail/protocol/kernel';
import { useMemo } from 'react';
import type { Act } from '../client/index.ts';
import { useProblemWords } from '../states/index.ts';
import { useClockWords } from './words.ts';

/** What a refused pause or postponement says at its fields, in the reader's language. */
export function useRefusal<O extends Operation>({ error }: Pick<Act<O>, 'error'>, of: 'pause' | 'postpone') {
  const word = useClockWords();
  const said = useProblemWords(error);
  const fields = error?.problem.fields;
  return useMemo(() => {
    if (!said || !fields || error?.problem.code !== `clock_${of}_refused`) return said;
    return {
      ...said,
      fields: fields.map(({ path, code, params }) => ({ path, message: word(`clocks.${of}.${code}`, params ?? {}) })),
    };
  }, [error, fields, said, word, of]);
}
