import type { ProblemError } from '../client/index.ts';

/** What to say about a failed call. */
export interface SaidProblem {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly id?: string | undefined;
  readonly fields?: readonly { readonly path: string; readonly message: string }[] | undefined;
}

interface Words {
  (key: string, params?: Record<string, string | number>): string;
}

function saidFields(error: ProblemError, word: Words, knows: (key: string) => boolean): SaidProblem['fields'] {
  return error.problem.fields?.map(({ path, code, message, params }) => ({
    path,
    message: knows(`field.${code}`) ? word(`field.${code}`, params) : message,
  }));
}

/** A failed call in words: what happened, what to do, the fields to correct, the reference. The server's title is in the reader's language. */
export function sayProblem(error: ProblemError, word: Words, knows: (key: string) => boolean): SaidProblem {
  const { problem, kind } = error;
  if (kind === 'offline') return { title: word('failure.offline'), hint: word('failure.offline.hint') };
  if (kind === 'fault')
    return {
      title: problem.title ?? word('failure.fault'),
      hint: problem.title ? undefined : word('failure.fault.hint'),
      id: problem.id,
    };
  if (kind === 'signed_out') return { title: problem.title ?? word('failure.signed_out') };
  const said = { title: problem.title ?? word('failure.fault'), id: problem.id };
  if (kind === 'too_many' && error.retryAfter && !problem.title?.includes(String(error.retryAfter)))
    return { ...said, hint: word('failure.too_many.hint', { seconds: error.retryAfter }) };
  return { ...said, hint: problem.detail, fields: saidFields(error, word, knows) };
}
