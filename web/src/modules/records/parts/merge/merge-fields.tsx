import type { MergeSide } from '@dealtrail/protocol/records';
import { type ReactNode, useId } from 'react';
import { joined, Moment } from '../../../../kit/formats/index.ts';
import { useKit } from '../../../../kit/provider/index.ts';
import { useFieldName, useValueWords } from '../change-words.ts';
import { useRecordWords } from '../words.ts';
import { differs, giverOf, isEmpty, type MergeChoice } from './merge-choice.ts';
import './merge.css';

interface OptionProps {
  readonly name: string;
  readonly chosen: boolean;
  readonly disabled?: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}

function Option({ name, chosen, disabled = false, onChoose, children }: OptionProps) {
  return (
    <label className="merge-option" data-chosen={chosen || undefined}>
      <input type="radio" name={name} checked={chosen} disabled={disabled} onChange={onChoose} />
      <span className="k-grow">{children}</span>
    </label>
  );
}

interface MergeFieldsProps {
  /** Table of the kind, by which its fields are named. */
  readonly table: string;
  readonly records: readonly MergeSide[];
  readonly fields: readonly string[];
  readonly choice: MergeChoice;
  readonly onChoose: (choice: MergeChoice) => void;
}

/** Which record stays: one of those whose others may all be given up. */
export function Survivor({ records, choice, onChoose }: Omit<MergeFieldsProps, 'fields' | 'table'>) {
  const word = useRecordWords();
  const { language } = useKit();
  const group = useId();
  return (
    <fieldset className="merge-field">
      <legend>{word('merge.into')}</legend>
      <div className="merge-options">
        {records.map((record) => {
          const others = records.filter(({ id }) => id !== record.id);
          const may = record.abilities.keep && others.every(({ abilities }) => abilities.giveUp);
          return (
            <Option
              key={record.id}
              name={group}
              chosen={record.id === choice.into}
              disabled={!may}
              onChoose={() => onChoose({ ...choice, into: record.id })}
            >
              <b>{record.title}</b>
              <span className="k-t2 k-s13 merge-facts">
                {joined([record.number, record.ownerName], 'facts', language)} <Moment at={record.createdAt} />
              </span>
            </Option>
          );
        })}
      </div>
    </fieldset>
  );
}

/** One value of each field, chosen from what the records say; those that agree are not asked. */
export function MergeFields({ table, records, fields, choice, onChoose }: MergeFieldsProps) {
  const word = useRecordWords();
  const fieldName = useFieldName();
  const valueWords = useValueWords();
  const group = useId();
  const asked = fields.filter((field) => differs(records, field));
  if (asked.length === 0) return <p className="k-t2">{word('merge.alike')}</p>;
  return (
    <>
      {asked.map((field) => {
        const giver = giverOf(records, choice, field);
        return (
          <fieldset key={field} className="merge-field">
            <legend>{fieldName(table, field)}</legend>
            <div className="merge-options">
              {records.map(({ id, values }) => (
                <Option
                  key={id}
                  name={`${group} ${field}`}
                  chosen={giver === id}
                  onChoose={() => onChoose({ ...choice, take: { ...choice.take, [field]: id } })}
                >
                  {isEmpty(values[field]) ? (
                    <span className="k-t3">{word('records.changes.empty')}</span>
                  ) : (
                    valueWords(field, values[field], {})
                  )}
                </Option>
              ))}
            </div>
          </fieldset>
        );
      })}
    </>
  );
}
