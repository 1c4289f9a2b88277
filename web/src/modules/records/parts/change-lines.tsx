import type { AuditEntry } from '@dealtrail/protocol/audit';
import type { ReactNode } from 'react';
import { useFieldName, useValueWords } from './change-words.ts';
import { useRecordWords, useSaid } from './words.ts';
import './records.css';

/** Fields of one line shown before the rest is folded. */
const SHOWN = 8;

interface ChangeLinesProps {
  readonly change: AuditEntry;
  /** What can be done with one field of the change. */
  readonly act?: (field: string, before: string) => ReactNode;
}

/** What a change did, in one sentence: 修改线索. */
export function useChangeTitle(): (change: AuditEntry) => string {
  const word = useRecordWords();
  const said = useSaid();
  return ({ table, changes }) => {
    const values = Object.values(changes);
    const created = values.length > 1 && values.every(({ before }) => before === null || before === undefined);
    const removed = values.length > 1 && values.every(({ after }) => after === null || after === undefined);
    const what = said(`records.table.${table}`) ?? table;
    return word(created ? 'records.changes.created' : removed ? 'records.changes.removed' : 'records.changes.changed', {
      what,
    });
  };
}

/** The fields of one change: before struck, after beside it. */
export function ChangeLines({ change, act }: ChangeLinesProps) {
  const word = useRecordWords();
  const nameOf = useFieldName();
  const show = useValueWords();
  const fields = Object.entries(change.changes).filter(([, { before, after }]) => before !== null || after !== null);
  return (
    <ul className="change-lines">
      {fields.slice(0, SHOWN).map(([field, { before, after }]) => {
        const was = show(field, before, change.names);
        return (
          <li key={field}>
            <span className="field">{nameOf(change.table, field)}</span>
            {before !== null && (
              <>
                <span className="k-hidden-words">{word('records.changes.from')}</span>
                <del>{was}</del>
              </>
            )}
            <span className="k-hidden-words">{word('records.changes.to')}</span>
            <ins>{show(field, after, change.names)}</ins>
            {act?.(field, was)}
          </li>
        );
      })}
      {fields.length > SHOWN && (
        <li>
          <details>
            <summary>{word('records.changes.more', { count: fields.length - SHOWN })}</summary>
            <ul>
              {fields.slice(SHOWN).map(([field, { before, after }]) => (
                <li key={field}>
                  <span className="field">{nameOf(change.table, field)}</span>
                  {before !== null && <del>{show(field, before, change.names)}</del>}
                  <ins>{show(field, after, change.names)}</ins>
                </li>
              ))}
            </ul>
          </details>
        </li>
      )}
    </ul>
  );
}
