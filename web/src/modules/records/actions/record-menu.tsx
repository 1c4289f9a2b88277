import { IconButton, MenuButton } from '../../../kit/button/index.ts';
import { useRecordWords } from '../parts/words.ts';
import { useRecordCare } from './use-record-care.tsx';

/** The menu of a record whose page has no other: share, delete. */
export function RecordMenu({ recordId, list }: { readonly recordId: string; readonly list: string }) {
  const word = useRecordWords();
  const care = useRecordCare(recordId, list);
  if (care.acts.length === 0) return null;
  return (
    <>
      <MenuButton acts={care.acts}>
        <IconButton icon="more" label={word('records.more')} />
      </MenuButton>
      {care.windows}
    </>
  );
}
