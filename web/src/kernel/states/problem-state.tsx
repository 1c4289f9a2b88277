import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure, NoPermission, NotFound, Notice } from '../../kit/states/index.ts';
import type { ProblemError } from '../client/index.ts';
import { type SaidProblem, sayProblem } from './problem-words.ts';

/** A failed call in words, for a form (`FormFrame`'s `problem`) or a line of one's own; `undefined` without a failure. */
export function useProblemWords(error: ProblemError | null | undefined): SaidProblem | undefined {
  const { t, i18n } = useTranslation();
  return useMemo(
    () =>
      error
        ? sayProblem(
            error,
            (key, params) => t(key, params ?? {}),
            (key) => i18n.exists(key),
          )
        : undefined,
    [error, t, i18n],
  );
}

/** A panel, or with `page` a whole page, whose reading failed: no rights, not found, no network, a fault, each with what to do. */
export function ProblemState({
  error,
  onRetry,
  page = false,
}: {
  readonly error: ProblemError;
  readonly onRetry?: (() => void) | undefined;
  readonly page?: boolean;
}) {
  const said = useProblemWords(error);
  if (error.kind === 'not_allowed') return <NoPermission page={page} />;
  if (error.kind === 'not_found') return <NotFound page={page} />;
  return <Failure title={said?.title ?? ''} hint={said?.hint} id={said?.id} onRetry={onRetry} page={page} />;
}

/** One refused act in a line beside its button. */
export function ProblemNotice({ error }: { readonly error: ProblemError | null }) {
  const said = useProblemWords(error);
  if (!said) return null;
  const fields = said.fields?.map((field) => field.message) ?? [];
  return (
    <Notice tone="late" title={said.title}>
      {[said.hint, ...fields].filter(Boolean).join(' ') || undefined}
    </Notice>
  );
}
