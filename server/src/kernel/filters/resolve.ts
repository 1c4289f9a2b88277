import { type FieldFilter, Filter, type FilterValue } from '@dealtrail/protocol/kernel';

import { addDays, startOfLocalDay } from '../calendar/index.ts';
import { type Bound, type Condition, type FilterContext, type Test, withoutCase } from './condition.ts';
import { type FilterField, type FilterFields, questionsOf } from './field.ts';
import { type Moment, readMoment, readPlain, requireRelative } from './read-value.ts';
import { FilterRefused } from './refused.ts';

/** The start of a moment, and the start of what follows it when the moment is whole days. */
interface Span {
  from: Bound;
  to: Bound;
}

/** A question with its field, its value and the places to name in a refusal. */
interface Question {
  leaf: FieldFilter;
  field: FilterField;
  context: FilterContext;
  path: string;
}

/** Reads a filter sent as JSON text. @throws FilterRefused when it is not one. */
export function parseFilter(text: string): Filter {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    throw new FilterRefused('', 'malformed');
  }
  const checked = Filter.safeParse(read);
  if (!checked.success) throw new FilterRefused(checked.error.issues[0]?.path.join('.') ?? '', 'malformed');
  return checked.data;
}

function spanOf(moment: Moment, field: FilterField, zone: string): Span {
  if ('instant' in moment) {
    const bound = { value: moment.instant, inclusive: true };
    return { from: bound, to: bound };
  }
  const { first, last } = moment;
  if (field.kind === 'date') return { from: { value: first, inclusive: true }, to: { value: last, inclusive: true } };
  return {
    from: { value: startOfLocalDay(first, zone).getTime(), inclusive: true },
    to: { value: startOfLocalDay(addDays(last, 1), zone).getTime(), inclusive: false },
  };
}

function momentTest({ leaf, field, context, path }: Question, value: FilterValue): Test {
  const read = (one: FilterValue, where = path) => readMoment(one, field, context, where);
  const span = (moment: Moment) => spanOf(moment, field, context.zone);
  const range = (from: Moment, to: Moment): Test => ({ is: 'range', from: span(from).from, to: span(to).to });
  if (leaf.op === 'between') {
    const [from, to] = pairOf(value, path);
    return range(read(from, `${path}.0`), read(to, `${path}.1`));
  }
  const asked = read(leaf.op === 'within' ? requireRelative(value, path) : value);
  switch (leaf.op) {
    case 'gt':
      return { is: 'range', from: beyond(span(asked).to), to: null };
    case 'gte':
      return { is: 'range', from: span(asked).from, to: null };
    case 'lt':
      return { is: 'range', from: null, to: beyond(span(asked).from) };
    case 'lte':
      return { is: 'range', from: null, to: span(asked).to };
    case 'within':
      if ('instant' in asked) {
        const here = { instant: context.now.getTime() };
        return asked.instant < here.instant ? range(asked, here) : range(here, asked);
      }
      return asked.first < context.today ? range(asked, dayOf(context.today)) : range(dayOf(context.today), asked);
    default:
      return range(asked, asked);
  }
}

function dayOf(day: string): Moment {
  return { first: day, last: day };
}

function beyond(bound: Bound): Bound {
  return { ...bound, inclusive: !bound.inclusive };
}

function pairOf(value: FilterValue, path: string): [FilterValue, FilterValue] {
  const [from, to, more] = Array.isArray(value) ? value : [];
  if (from === undefined || to === undefined || more !== undefined) throw new FilterRefused(path, 'value_wrong_kind');
  return [from, to];
}

/** The very list that was written, so that a reader may keep what it made of it. */
function wordsOf(value: FilterValue, path: string): readonly string[] {
  if (!Array.isArray(value) || value.length === 0) throw new FilterRefused(path, 'value_wrong_kind');
  for (const [i, word] of value.entries())
    if (typeof word !== 'string' || word.trim() === '') throw new FilterRefused(`${path}.${i}`, 'value_wrong_kind');
  return value as string[];
}

function plainTest({ leaf, field, context, path }: Question, value: FilterValue): Test {
  const read = (one: FilterValue, where = path) => readPlain(one, field, context, where);
  switch (leaf.op) {
    case 'in':
      if (!Array.isArray(value)) throw new FilterRefused(path, 'value_wrong_kind');
      return { is: 'oneOf', values: value.map((one, i) => read(one, `${path}.${i}`)) };
    case 'mentions':
    case 'mentionsUnrefused':
    case 'denies':
      return { is: 'words', how: leaf.op, words: wordsOf(value, path) };
    case 'contains':
    case 'startsWith':
      return {
        is: 'text',
        text: withoutCase(String(read(value))),
        at: leaf.op === 'contains' ? 'anywhere' : 'start',
      };
    case 'gt':
    case 'gte':
      return { is: 'range', from: { value: read(value), inclusive: leaf.op === 'gte' }, to: null };
    case 'lt':
    case 'lte':
      return { is: 'range', from: null, to: { value: read(value), inclusive: leaf.op === 'lte' } };
    case 'between': {
      const [from, to] = pairOf(value, path).map((one, i) => ({ value: read(one, `${path}.${i}`), inclusive: true }));
      return { is: 'range', from: from ?? null, to: to ?? null };
    }
    default:
      return { is: 'equal', value: read(value) };
  }
}

function leafCondition(leaf: FieldFilter, question: Omit<Question, 'leaf'>, negated: boolean): Condition {
  const { field, path } = question;
  if (!questionsOf(field).includes(leaf.op)) {
    throw new FilterRefused(path, 'operator_not_offered');
  }
  const valuePath = path ? `${path}.value` : 'value';
  if (leaf.op === 'isEmpty') {
    const wanted = leaf.value ?? true;
    if (typeof wanted !== 'boolean') throw new FilterRefused(valuePath, 'value_wrong_kind');
    return { field, test: { is: 'empty' }, negated: wanted === negated };
  }
  if (leaf.value === undefined) throw new FilterRefused(path, 'value_missing');
  const asked: Question = { ...question, leaf, path: valuePath };
  const ofTime = field.kind === 'date' || field.kind === 'instant';
  const test = ofTime ? momentTest(asked, leaf.value) : plainTest(asked, leaf.value);
  return { field, test, negated: (leaf.op === 'ne') !== negated };
}

function below(path: string, ...steps: (string | number)[]): string {
  return [...(path ? [path] : []), ...steps].join('.');
}

/**
 * Resolves names, values and negations of a filter.
 * @throws FilterRefused for an unknown or hidden field, a question the field does not take, or an unsuitable value.
 */
export function resolveFilter(filter: Filter, fields: FilterFields, context: FilterContext): Condition {
  const walk = (node: Filter, path: string, negated: boolean): Condition => {
    if ('not' in node) return walk(node.not, below(path, 'not'), !negated);
    if ('all' in node || 'any' in node) {
      const name = 'all' in node ? 'all' : 'any';
      const parts = 'all' in node ? node.all : node.any;
      return {
        join: (name === 'all') === negated ? 'some' : 'every',
        parts: parts.map((part, i) => walk(part, below(path, name, i), negated)),
      };
    }
    const field = fields.get(node.field);
    if (!field) throw new FilterRefused(below(path, 'field'), 'unknown_field');
    if (!context.mayUse(field)) throw new FilterRefused(below(path, 'field'), 'field_not_allowed');
    return leafCondition(node, { field, context, path }, negated);
  };
  return walk(filter, '', false);
}
