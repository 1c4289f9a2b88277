import { Button } from '../../../kit/button/index.ts';
import type { Log } from './use-log.ts';
import { useAccountWords } from './words.ts';

/** The way to earlier entries, while there are any. */
export function MoreButton({ log }: { readonly log: Log }) {
  const word = useAccountWords();
  if (!log.hasNextPage) return null;
  return (
    <Button small busy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
      {word('account.log.more')}
    </Button>
  );
}
