import type { Filter } from '@dealtrail/protocol/kernel';

import type { Bound, Comparable, Condition, FilterContext, Test } from './condition.ts';
import { columnOf, type FieldKind, type FilterField, type FilterFields } from './field.ts';
import { FilterRefused } from './refused.ts';
import { resolveFilter } from './resolve.ts';

/** A filter as SQL: a condition, its parameters in order, and what its text depends on beside alias and offset. */
export interface CompiledFilter {
  readonly sql: string;
  readonly parameters: unknown[];
  /** Filters of one shape have one SQL text; values are not part of it. */
  readonly shape: string;
}

/** Where the condition stands in the statement. */
export interface Placement {
  /** Number of parameters before it: the first of its own is `$offset+1`. */
  readonly offset?: number;
  /** Alias of the table whose columns the fields name. */
  readonly alias?: string;
}

const CASTS: Readonly<Record<FieldKind, string>> = {
  text: 'text',
  enum: 'text',
  id: 'uuid',
  boolean: 'boolean',
  date: 'date',
  instant: 'timestamptz',
  money: 'bigint',
  number: 'numeric',
};

/** Type of a parameter; whole numbers travel as bigint, since numeric would keep an index on an integer from use. */
function castOf(kind: FieldKind, values: readonly Comparable[]): string {
  return kind === 'number' && values.every((value) => Number.isInteger(value)) ? 'bigint' : CASTS[kind];
}

/** A value as it travels to PostgreSQL. */
function parameterOf(kind: FieldKind, value: Comparable): unknown {
  return kind === 'instant' ? new Date(Number(value)).toISOString() : value;
}

/** The same question asked of the rank that stands for the values, where there is one. */
function byRank(field: FilterField, test: Test): { field: FilterField; test: Test } {
  const { ranked } = field;
  if (!ranked || (test.is !== 'equal' && test.is !== 'oneOf')) return { field, test };
  const rankOf = (value: Comparable): Comparable => ranked.ranks[String(value)] ?? 0;
  return {
    field: { ...field, kind: 'number', column: ranked.column },
    test: test.is === 'equal' ? { ...test, value: rankOf(test.value) } : { ...test, values: test.values.map(rankOf) },
  };
}

/** Writes SQL, numbering parameters as it goes. */
class Writer {
  readonly parameters: unknown[] = [];
  readonly #offset: number;
  readonly #alias: string | undefined;

  constructor({ offset = 0, alias }: Placement) {
    this.#offset = offset;
    this.#alias = alias;
  }

  condition(condition: Condition): { sql: string; shape: string } {
    if ('field' in condition) return this.#question(condition.field, condition.test, condition.negated);
    const { join, parts } = condition;
    const written = parts.map((part) => this.condition(part));
    const shape = `${join}(${written.map((part) => part.shape).join()})`;
    if (!written.length) return { sql: join === 'every' ? 'true' : 'false', shape };
    return { sql: `(${written.map((part) => part.sql).join(join === 'every' ? ' and ' : ' or ')})`, shape };
  }

  #question(asked: FilterField, wanted: Test, negated: boolean): { sql: string; shape: string } {
    const { field, test } = byRank(asked, wanted);
    const column = columnOf(field, this.#alias);
    if (field.firstOf !== undefined) return this.#first(field, field.firstOf, test, negated);
    const { holds, fails, how } = this.#test(field, column, test);
    const shape = `${negated ? '!' : ''}${field.name} ${how}`;
    if (!negated) return { sql: holds, shape };
    return { sql: test.is === 'empty' ? fails : `(${column} is null or ${fails})`, shape };
  }

  /** A question to the smallest of other rows' values, as questions whether such rows exist: each finds an index. */
  #first(field: FilterField, among: string, test: Test, negated: boolean): { sql: string; shape: string } {
    const column = columnOf(field, this.#alias);
    const exists = (what: string) => `exists (select 1 from ${among} and ${what})`;
    const { holds, how } = this.#test(field, column, test);
    const shape = `${negated ? '!' : ''}${field.name} ${how}`;
    const not = negated ? 'not ' : '';
    if (test.is === 'empty') return { sql: `${negated ? '' : 'not '}${exists(`${column} is not null`)}`, shape };
    const smaller = this.#smaller(field, column, test);
    return { sql: `${not}(${exists(holds)}${smaller ? ` and not ${exists(smaller)}` : ''})`, shape };
  }

  /** What a smaller value beside the one asked for would look like; undefined where none is in the way. */
  #smaller(field: FilterField, column: string, test: Test): string | undefined {
    const below = (value: Comparable, orEqual: boolean) =>
      `${column} <${orEqual ? '=' : ''} ${this.#parameter(parameterOf(field.kind, value), castOf(field.kind, [value]))}`;
    return test.is === 'range' && test.from ? below(test.from.value, !test.from.inclusive) : undefined;
  }

  #test(field: FilterField, column: string, test: Test): { holds: string; fails: string; how: string } {
    switch (test.is) {
      case 'empty':
        return field.kind === 'text'
          ? { holds: `(${column} is null or ${column} = '')`, fails: `(${column} <> '')`, how: 'empty' }
          : { holds: `${column} is null`, fails: `${column} is not null`, how: 'empty' };
      case 'equal': {
        const cast = castOf(field.kind, [test.value]);
        const value = this.#parameter(parameterOf(field.kind, test.value), cast);
        return { holds: `${column} = ${value}`, fails: `${column} <> ${value}`, how: `=${cast}` };
      }
      case 'oneOf': {
        const cast = castOf(field.kind, test.values);
        const sent = test.values.map((value) => parameterOf(field.kind, value));
        const values = this.#parameter(sent, `${cast}[]`);
        return { holds: `${column} = any(${values})`, fails: `${column} <> all(${values})`, how: `in${cast}` };
      }
      case 'text':
        return this.#text(column, test);
      case 'range':
        return this.#range(field, column, test);
      case 'words':
        throw new FilterRefused('', 'operator_not_offered');
    }
  }

  #text(column: string, { text, at }: Test & { is: 'text' }): { holds: string; fails: string; how: string } {
    const plain = text.replace(/[\\%_]/g, '\\$&');
    const pattern = this.#parameter(at === 'start' ? `${plain}%` : `%${plain}%`, 'text');
    // In the C collation lower() changes A–Z only, on every platform.
    const folded = `lower(${column} collate "C")`;
    return { holds: `${folded} like ${pattern}`, fails: `${folded} not like ${pattern}`, how: 'like' };
  }

  #range(field: FilterField, column: string, { from, to }: Test & { is: 'range' }) {
    const holds: string[] = [];
    const fails: string[] = [];
    let how = 'range';
    const side = (bound: Bound | null, inside: '>' | '<', outside: '>' | '<') => {
      if (!bound) return;
      const cast = castOf(field.kind, [bound.value]);
      const value = this.#parameter(parameterOf(field.kind, bound.value), cast);
      holds.push(`${column} ${inside}${bound.inclusive ? '=' : ''} ${value}`);
      fails.push(`${column} ${outside}${bound.inclusive ? '' : '='} ${value}`);
      how += ` ${inside}${bound.inclusive ? '=' : ''}${cast}`;
    };
    side(from, '>', '<');
    side(to, '<', '>');
    return { holds: `(${holds.join(' and ')})`, fails: fails.join(' or '), how };
  }

  #parameter(value: unknown, cast: string): string {
    this.parameters.push(value);
    return `$${this.#offset + this.parameters.length}::${cast}`;
  }
}

/**
 * A filter as a SQL condition over declared fields. It may stand inside `and` and `or` but must not be negated from
 * outside (README of this room).
 * @throws FilterRefused for an unknown or hidden field, a question the field does not take, or an unsuitable value.
 */
export function compileFilter(
  filter: Filter,
  fields: FilterFields,
  context: FilterContext,
  placement: Placement = {},
): CompiledFilter {
  const writer = new Writer(placement);
  const { sql, shape } = writer.condition(resolveFilter(filter, fields, context));
  return { sql, parameters: writer.parameters, shape };
}
