import { Button } from '../../kit/button/index.ts';
import { useBulkWords } from './words.ts';

/** Among the acts on picked rows: asks what deleting them would do. */
export function BulkDeleteButton({ onClick }: { readonly onClick: () => void }) {
  const word = useBulkWords();
  return (
    <Button kind="quiet" small icon="trash" onClick={onClick}>
      {word('bulk.delete')}
    </Button>
  );
}
