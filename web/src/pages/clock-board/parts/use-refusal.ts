import type { Operation } from '@dealtrail/protocol/kernel';
import { useMemo } from 'react';
import type { Act } from '../../../kernel/client/index.ts';
import { useProblemWords } from '../../../kernel/states/index.ts';
import { useBoardWords } from './words.ts';

/** What a refused pause or postponement says at its fields, in the reader's language. */
export function useRefusal<O extends Operation>({ error }: Pick<Act<O>, 'error'>, of: 'pause' | 'postpone') {
  const word = useBoardWords();
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
