/** What a field may be asked; the grammar is the server's, see the protocol's filter. */
export type FilterOperator =
  | 'eq'
  | 'ne'
  | 'in'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'between'
  | 'contains'
  | 'startsWith'
  | 'isEmpty'
  | 'within'
  | 'mentions'
  | 'mentionsUnrefused'
  | 'denies';

/** A whole day, week, month, quarter or year by the calendar: shift -1 the last, none the running, 1 the next. */
export interface Period {
  period: 'day' | 'week' | 'month' | 'quarter' | 'year';
  shift?: number | undefined;
}

/** One value: what is written, a moment counted from now, a period of the calendar, or who asks. */
export type Single = string | number | boolean | { relative: string } | Period | { me: true };

/** One value, a list for `in`, exactly two for `between`. */
export type FilterValue = Single | Single[];

/** One question to one field. */
export interface FieldFilter {
  field: string;
  op: FilterOperator;
  value?: FilterValue | undefined;
}

/** All of, any of, not, or one question. */
export type Filter = { all: Filter[] } | { any: Filter[] } | { not: Filter } | FieldFilter;

/** What a field holds; decides which relations and which input it gets. */
export type FilterKind = 'text' | 'choice' | 'person' | 'number' | 'money' | 'day' | 'flag';

/** One field people may filter by. */
export interface FilterField {
  readonly key: string;
  readonly label: string;
  readonly kind: FilterKind;
  /** Values of a choice, or people. */
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  /** For money: ISO 4217 code; values are minor units. */
  readonly currency?: string;
  /** Relations offered, where they are fewer or others than those of the kind. */
  readonly ops?: readonly FilterOperator[];
}

/** Relations that look for any of a list of words. */
const ofWords: ReadonlySet<FilterOperator> = new Set(['mentions', 'mentionsUnrefused', 'denies']);

/** Whether a relation looks for any of a list of words. */
export function asksWords(op: FilterOperator): boolean {
  return ofWords.has(op);
}

const operators: Readonly<Record<FilterKind, readonly FilterOperator[]>> = {
  text: ['contains', 'eq', 'startsWith', 'isEmpty'],
  choice: ['in', 'ne', 'isEmpty'],
  person: ['in', 'ne', 'isEmpty'],
  number: ['gte', 'lte', 'between', 'isEmpty'],
  money: ['gte', 'lte', 'between', 'isEmpty'],
  day: ['within', 'eq', 'gte', 'lte', 'between', 'isEmpty'],
  flag: ['eq'],
};

/** Relations offered for a field, the usual one first. */
export function operatorsOf({ kind, ops }: Pick<FilterField, 'kind' | 'ops'>): readonly FilterOperator[] {
  return ops ?? operators[kind];
}

/** At most 50 questions, as the server allows. */
export const MOST_QUESTIONS = 50;

export function isQuestion(filter: Filter): filter is FieldFilter {
  return 'field' in filter;
}

/** The conditions that must all hold: one chip each. */
export function chipsOf(filter: Filter | undefined): readonly Filter[] {
  if (!filter) return [];
  return 'all' in filter ? filter.all : [filter];
}

/** The filter that asks for all chips; `undefined` asks for everything. */
export function filterOf(chips: readonly Filter[]): Filter | undefined {
  return chips.length > 1 ? { all: [...chips] } : chips[0];
}

/** The questions of which one chip asks any; `undefined` for deeper conditions, which can be removed but not edited. */
export function questionsOf(chip: Filter): readonly FieldFilter[] | undefined {
  if (isQuestion(chip)) return [chip];
  if ('any' in chip && chip.any.length > 0 && chip.any.every(isQuestion)) return chip.any;
  return undefined;
}

/** The chip that asks any of these questions. */
export function chipOf(questions: readonly FieldFilter[]): Filter | undefined {
  return questions.length > 1 ? { any: [...questions] } : questions[0];
}

/** Number of questions in a filter. */
export function questionCount(filter: Filter | undefined): number {
  if (!filter) return 0;
  if (isQuestion(filter)) return 1;
  if ('not' in filter) return questionCount(filter.not);
  const parts = 'all' in filter ? filter.all : filter.any;
  return parts.reduce((sum, part) => sum + questionCount(part), 0);
}

/** Whether a question has every value its relation needs. */
export function isComplete(question: FieldFilter): boolean {
  const { op, value } = question;
  if (op === 'isEmpty') return true;
  if (op === 'in' || asksWords(op)) return Array.isArray(value) && value.length > 0;
  if (op === 'between') return Array.isArray(value) && value.length === 2 && value.every((each) => each !== '');
  return value !== undefined && value !== '' && !Array.isArray(value);
}

/** A first, still incomplete question to a field. */
export function questionFor(field: FilterField): FieldFilter {
  if (field.kind === 'flag') return { field: field.key, op: 'eq', value: true };
  if (field.kind === 'day') return { field: field.key, op: 'within', value: { relative: '-7d' } };
  return { field: field.key, op: operatorsOf(field)[0] ?? 'eq' };
}

/** The filter without the questions to these fields; groups they leave empty go with them. */
export function withoutFields(filter: Filter | undefined, lost: readonly string[]): Filter | undefined {
  if (!filter || lost.length === 0) return filter;
  if (isQuestion(filter)) return lost.includes(filter.field) ? undefined : filter;
  if ('not' in filter) {
    const inner = withoutFields(filter.not, lost);
    return inner && { not: inner };
  }
  const parts = 'all' in filter ? filter.all : filter.any;
  const left = parts.flatMap((part) => withoutFields(part, lost) ?? []);
  if (left.length === 0 && parts.length > 0) return undefined;
  return 'all' in filter ? { all: left } : { any: left };
}
