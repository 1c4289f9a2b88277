import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ProblemError } from '../kernel/client/index.ts';
import { useWords } from '../kernel/i18n/index.ts';
import { ProblemState } from '../kernel/states/index.ts';
import { Failure } from '../kit/states/index.ts';

/** A screen that did not open: its data failed, its code did not arrive, or it broke. */
export function RouteFailure({ error }: ErrorComponentProps) {
  const router = useRouter();
  const word = useWords();
  if (error instanceof ProblemError)
    return <ProblemState page error={error} onRetry={() => void router.invalidate()} />;
  return (
    <Failure page title={word('failure.screen')} hint={word('failure.screen.hint')} onRetry={() => location.reload()} />
  );
}
