import { listMerges, undoMergeOf } from '@dealtrail/protocol/records';
import { useAct, useOperation } from '../../../../kernel/client/index.ts';
import { ProblemNotice } from '../../../../kernel/states/index.ts';
import { Button } from '../../../../kit/button/index.ts';
import { Card } from '../../../../kit/card/index.ts';
import { Day, Moment } from '../../../../kit/formats/index.ts';
import { useRecordWords } from '../words.ts';
import './merge.css';

const everything = ['records.*', 'leads.*', 'customers.*', 'opportunities.*', 'activities.*', 'insights.*'] as const;

/** What became part of this record within 30 days, each with the way back; nothing where nothing did. */
export function MergesCard({ recordId }: { readonly recordId: string }) {
  const word = useRecordWords();
  const found = useOperation(listMerges, { params: { id: recordId } }, { live: [recordId] });
  const undo = useAct(undoMergeOf, { invalidates: everything });
  const items = found.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Card title={word('merge.merged')}>
      <ul className="merges">
        {items.map(({ id, number, title, mergedByName, mergedAt, undoUntil, abilities }) => (
          <li key={id}>
            <span>
              <b>{title}</b> <span className="k-t3 k-s12">{number}</span>
              <span className="k-t2 k-s13 merge-facts">
                {mergedByName} <Moment at={mergedAt} /> · {word('merge.until')} <Day day={undoUntil.slice(0, 10)} />
              </span>
            </span>
            {abilities.undo && (
              <Button
                small
                icon="undo"
                busy={undo.busy}
                label={word('merge.undo.of', { title })}
                onClick={() => undo.press({ params: { id: recordId, from: id }, body: {} })}
              >
                {word('merge.undo')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ProblemNotice error={undo.error} />
    </Card>
  );
}
