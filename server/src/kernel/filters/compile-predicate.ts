import type { Filter } from '@dealtrail/protocol/kernel';

import { type Comparable, type Condition, type FilterContext, type Test, withoutCase } from './condition.ts';
import type { FilterField, FilterFields } from './field.ts';
import { resolveFilter } from './resolve.ts';

/**
 * A row in memory: values by field name. Instants are Dates or RFC 3339 text, dates yyyy-mm-dd, numbers may be decimal
 * text as the database returns them; null, undefined and missing are empty. Anything else is a fault of ours.
 */
export type FilterRow = Readonly<Record<string, unknown>>;

/** One question that a row met, and what of the row met it. */
export interface Met {
  readonly field: FilterField;
  readonly test: Test;
  /** The question was put the other way round: it is met because the test does not hold. */
  readonly negated: boolean;
  /** Null: the field is empty. */
  readonly value: Comparable | null;
  /** For words: the one that was found, as it stands in the text. */
  readonly found?: string;
}

function readText(field: FilterField, value: unknown): string {
  if (typeof value !== 'string') throw new TypeError(`field ${field.name} holds ${typeof value}, not text`);
  return value;
}

function read(field: FilterField, value: unknown): Comparable | null {
  if (value === null || value === undefined) return null;
  switch (field.kind) {
    case 'instant':
      return value instanceof Date ? value.getTime() : Date.parse(readText(field, value));
    case 'number':
    case 'money':
      return Number(value);
    case 'boolean':
      return value === true;
    case 'id':
      return readText(field, value).toLowerCase();
    default:
      return readText(field, value);
  }
}

/** What a test says of a value: the word it found where it looks for words, otherwise yes or no. */
type Answer = string | boolean;

function holds(field: FilterField, test: Test): (value: Comparable) => Answer {
  switch (test.is) {
    case 'equal':
      return (value) => value === test.value;
    case 'oneOf': {
      const listed = new Set(test.values);
      return (value) => listed.has(value);
    }
    case 'text':
      return test.at === 'start'
        ? (value) => withoutCase(String(value)).startsWith(test.text)
        : (value) => withoutCase(String(value)).includes(test.text);
    case 'words':
      return (value) => field.words?.find(test.how, String(value), test.words) ?? false;
    case 'range': {
      const { from, to } = test;
      return (value) =>
        (!from || value > from.value || (from.inclusive && value === from.value)) &&
        (!to || value < to.value || (to.inclusive && value === to.value));
    }
    case 'empty':
      return (value) => field.kind === 'text' && value === '';
  }
}

/** The questions of the condition that the row met; undefined where it does not fit. */
type Meeting = (row: FilterRow) => readonly Met[] | undefined;

function meetingOf(condition: Condition): Meeting {
  if ('field' in condition) {
    const { field, test, negated } = condition;
    const holdsFor = holds(field, test);
    const whenEmpty = test.is === 'empty';
    return (row) => {
      const value = read(field, row[field.name]);
      const answer = value === null ? whenEmpty : holdsFor(value);
      if ((answer !== false) === negated) return undefined;
      const met = { field, test, negated, value };
      return [typeof answer === 'string' ? { ...met, found: answer } : met];
    };
  }
  const parts = condition.parts.map(meetingOf);
  return condition.join === 'every' ? (row) => everyMet(parts, row) : (row) => firstMet(parts, row);
}

function everyMet(parts: readonly Meeting[], row: FilterRow): readonly Met[] | undefined {
  const all: Met[] = [];
  for (const part of parts) {
    const met = part(row);
    if (!met) return undefined;
    all.push(...met);
  }
  return all;
}

function firstMet(parts: readonly Meeting[], row: FilterRow): readonly Met[] | undefined {
  for (const part of parts) {
    const met = part(row);
    if (met) return met;
  }
  return undefined;
}

/**
 * A filter as a question to a row in memory that tells which of its questions the row met; of parts of which any will
 * do, the first. It fits the rows the SQL form finds.
 * @throws FilterRefused for an unknown or hidden field, a question the field does not take, or an unsuitable value.
 */
export function compileMeeting(filter: Filter, fields: FilterFields, context: FilterContext): Meeting {
  return meetingOf(resolveFilter(filter, fields, context));
}

/** The same, told only whether the row fits; for gates and automation. */
export function compilePredicate(
  filter: Filter,
  fields: FilterFields,
  context: FilterContext,
): (row: FilterRow) => boolean {
  const meeting = compileMeeting(filter, fields, context);
  return (row) => meeting(row) !== undefined;
}
