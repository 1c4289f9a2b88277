import { fold, isPlaceholder } from './placeholders.ts';

/** A field that a column may be mapped to, with every heading people use for it, in any language. */
export type MappableField = { name: string; aliases: string[] };

/** Headings that programs invent where nobody named a column. */
const invented = /^(?:unnamed\d*|column\d*|field\d*|列\d*|字段\d*|f\d+|[a-z]|\d+)$/;

/**
 * Suggests which column feeds which field. A heading must equal a field's name or alias, apart from width, case, spaces
 * and joints; failing that, without what stands in brackets: 客户名称（必填）. Each field is suggested once, the exact
 * heading first; where two columns or two fields fit equally well nothing is suggested, because a wrong guess costs
 * more than an open one.
 */
export function suggestMapping(headers: string[], fields: MappableField[]): Record<string, string> {
  const fieldsByName = byFoldedName(fields);
  const suggested = new Map<string, string>();
  const taken = new Set<string>();
  for (const key of [fold, foldWithoutBrackets]) {
    const columns = new Map<string, string[]>();
    for (const header of headers) {
      const field = suggested.has(header) || isNoName(header) ? undefined : only(fieldsByName.get(key(header)));
      if (field !== undefined && !taken.has(field)) columns.set(field, [...(columns.get(field) ?? []), header]);
    }
    for (const [field, fitting] of columns) {
      taken.add(field);
      const header = only(new Set(fitting));
      if (header !== undefined) suggested.set(header, field);
    }
  }
  return Object.fromEntries(suggested);
}

function byFoldedName(fields: MappableField[]): Map<string, Set<string>> {
  const names = new Map<string, Set<string>>();
  for (const field of fields) {
    for (const name of [field.name, ...field.aliases]) {
      const key = fold(name);
      if (key !== '') names.set(key, (names.get(key) ?? new Set()).add(field.name));
    }
  }
  return names;
}

function foldWithoutBrackets(header: string): string {
  return fold(header.normalize('NFKC').replace(/\([^()]*\)|\[[^[\]]*\]|【[^【】]*】/g, ''));
}

function isNoName(header: string): boolean {
  return isPlaceholder(header) || invented.test(fold(header));
}

function only<T>(values: Set<T> | undefined): T | undefined {
  return values?.size === 1 ? values.values().next().value : undefined;
}
