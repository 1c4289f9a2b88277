import { type ErrorComponentProps, useRouter } from '@tanstack/react-router';
import { ProblemError } from '../kernel/client/index.ts';
import { useWords } from '../kernel/i18n/index.ts';
import { useReach } from '../kernel/live/index.ts';
import { ProblemState } from '../kernel/states/index.ts';
import { Failure } from '../kit/states/index.ts';

/** A screen that did not open: its data failed, its code did not arrive, or it broke. */
export function RouteFailure({ error }: ErrorComponentProps) {
  const router = useRouter();
  const word = useWords();
  const { since } = useReach();
  const retry = () => void router.invalidate();
  if (error instanceof ProblemError) return <ProblemState page error={error} onRetry={retry} />;
  // Code that never came because nobody answered: loading the page anew would lose what is still here.
  if (since !== undefined) {
    return <Failure page title={word('failure.offline')} hint={word('failure.offline.hint')} onRetry={retry} />;
  }
  return (
    <Failure page title={word('failure.screen')} hint={word('failure.screen.hint')} onRetry={() => location.reload()} />
  );
}
