import { useEffect } from 'react';
import type { BulkProps } from '../../../kernel/bulk/index.ts';
import { useGo } from '../../../kernel/routing/index.ts';
import { Button } from '../../../kit/button/index.ts';
import { Dialog } from '../../../kit/dialog/index.tsx';
import { useRecordWords } from '../parts/words.ts';

/** Most records that become one in one act. */
const MOST = 5;

/** Puts the picked records side by side; with fewer than two or more than five it says how many there may be. */
export function MergePicked({ choice, onClose }: BulkProps) {
  const word = useRecordWords();
  const go = useGo();
  const ids = 'ids' in choice ? choice.ids : [];
  const fits = ids.length > 1 && ids.length <= MOST;
  const path = `/merge?ids=${ids.join(',')}`;
  useEffect(() => {
    if (fits) go(path);
  }, [fits, go, path]);
  if (fits) return null;
  return (
    <Dialog
      open
      title={word('merge.title')}
      onClose={onClose}
      foot={
        <Button kind="primary" onClick={onClose}>
          {word('merge.understood')}
        </Button>
      }
    >
      <p>{word('merge.pick.count', { most: MOST })}</p>
    </Dialog>
  );
}
