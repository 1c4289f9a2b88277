import { type ReactNode, useState } from 'react';
import type { MenuAct } from '../../../kit/button/index.ts';
import { useRecordWords } from '../parts/words.ts';
import { useRecordHead } from '../queries.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { ShareDialog } from './share-dialog.tsx';

/** What can be done with any record whatever its kind, as lines of its menu, and their windows. */
export interface RecordCare {
  readonly acts: readonly MenuAct[];
  readonly windows: ReactNode;
}

/** Sharing and deleting a record; `list` is where one goes when it is gone. */
export function useRecordCare(id: string, list: string): RecordCare {
  const word = useRecordWords();
  const [window, setWindow] = useState<'share' | 'delete'>();
  const head = useRecordHead(id).data;
  const shut = () => setWindow(undefined);
  if (!head) return { acts: [], windows: null };
  const { abilities, title } = head;
  const lines: readonly (MenuAct | false)[] = [
    abilities.share && { key: 'share', word: word('records.share'), icon: 'users', onClick: () => setWindow('share') },
    abilities.delete && {
      key: 'delete',
      word: word('records.delete'),
      icon: 'trash',
      danger: true,
      onClick: () => setWindow('delete'),
    },
  ];
  return {
    acts: lines.filter((line) => line !== false),
    windows: (
      <>
        {window === 'share' && <ShareDialog id={id} title={title} onClose={shut} />}
        {window === 'delete' && <DeleteDialog id={id} title={title} list={list} onClose={shut} />}
      </>
    ),
  };
}
