import { Card } from '../../../kit/card/index.ts';
import { useRecordHead } from '../queries.ts';
import { ShareLines } from './share-lines.tsx';
import { useRecordWords } from './words.ts';

/** Card with the people a record is shared with; not there while nobody is. */
export function SharesCard({ recordId }: { readonly recordId: string }) {
  const word = useRecordWords();
  const head = useRecordHead(recordId).data;
  if (!head || head.shares === 0) return null;
  return (
    <Card title={word('records.shares')}>
      <ShareLines id={recordId} />
    </Card>
  );
}
