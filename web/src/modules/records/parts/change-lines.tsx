import type { AuditEntry } from '@dealtrail/protocol/audit';
import type { ReactNode } from 'react';
import { useFieldName, useKnownField, useValueWords } from './change-words.ts';
import { useRecordWords, useSaid } from './words.ts';
import './records.css';

/** Fields of one line shown before the rest is folded. */
const SHOWN = 8;

interface ChangeLinesProps {
  readonly change: AuditEntry;
  /** What can be done with one field of the change. */
  readonly act?: (field: string, before: string) => ReactNode;
}

/** A row that was not there before: nothing but new values. */
const isCreation = (changes: AuditEntry['changes']): boolean => {
  const values = Object.values(changes);
  return values.length > 1 && values.every(({ before }) => before === null || before === undefined);
};

/** What a change did, in one sentence: 修改线索. */
export function useChangeTitle(): (change: AuditEntry) => string {
  const word = useRecordWords();
  const said = useSaid();
  return ({ table, changes }) => {
    const values = Object.values(changes);
    const created = isCreation(changes);
    const removed = values.length > 1 && values.every(({ after }) => after === null || after === undefined);
    const what = said(`records.table.${table}`) ?? table;
    return word(created ? 'records.changes.created' : removed ? 'records.changes.removed' : 'records.changes.changed', {
      what,
    });
  };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/;

/** An id that has no name for this reader tells a person nothing. */
const tells = (value: unknown, names: AuditEntry['names']): boolean =>
  !(typeof value === 'string' && UUID.test(value) && names[value] === undefined);

function FieldChange({
  change,
  field,
  isNew,
  act,
}: ChangeLinesProps & { readonly field: string; readonly isNew: boolean }) {
  const word = useRecordWords();
  const nameOf = useFieldName();
  const show = useValueWords();
  const { before, after } = change.changes[field] ?? { before: null, after: null };
  const was = show(field, before, change.names);
  return (
    <li>
      <span className="field">{nameOf(change.table, field)}</span>
      {!isNew && (
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
}

/** The fields of one change, before struck and after beside it; what only machines read is folded away. */
export function ChangeLines({ change, act }: ChangeLinesProps) {
  const word = useRecordWords();
  const known = useKnownField();
  const isNew = isCreation(change.changes);
  const fields = Object.entries(change.changes).filter(([, { before, after }]) => before !== null || after !== null);
  const speaking = fields
    .filter(([field, { before, after }]) => {
      const told = tells(before, change.names) && tells(after, change.names);
      return told && known(change.table, field) !== undefined;
    })
    .map(([field]) => field)
    .slice(0, SHOWN);
  const folded = fields.map(([field]) => field).filter((field) => !speaking.includes(field));
  return (
    <>
      {speaking.length > 0 && (
        <ul className="change-lines">
          {speaking.map((field) => (
            <FieldChange key={field} change={change} field={field} isNew={isNew} {...(act ? { act } : {})} />
          ))}
        </ul>
      )}
      {folded.length > 0 && (
        <details className="change-lines k-s13">
          <summary>{word('records.changes.more', { count: folded.length })}</summary>
          <ul>
            {folded.map((field) => (
              <FieldChange key={field} change={change} field={field} isNew={isNew} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
