import { type Filter, type FilterOperator, isQuestion, MOST_QUESTIONS, questionCount } from './filter-model.ts';

const known = new Set<string>([
  'eq',
  'ne',
  'in',
  'gt',
  'gte',
  'lt',
  'lte',
  'between',
  'contains',
  'startsWith',
  'isEmpty',
  'within',
] satisfies FilterOperator[]);

function isSingle(value: unknown): boolean {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return true;
  if (typeof value !== 'object' || value === null) return false;
  if ('period' in value) return typeof value.period === 'string';
  return ('relative' in value && typeof value.relative === 'string') || ('me' in value && value.me === true);
}

function isValue(value: unknown): boolean {
  return value === undefined || isSingle(value) || (Array.isArray(value) && value.every(isSingle));
}

function isFilter(node: unknown, depth: number): node is Filter {
  if (typeof node !== 'object' || node === null || depth > 5) return false;
  if ('field' in node) {
    const { field, op, value } = node as { field: unknown; op?: unknown; value?: unknown };
    return typeof field === 'string' && typeof op === 'string' && known.has(op) && isValue(value);
  }
  if ('not' in node) return isFilter(node.not, depth + 1);
  const parts = 'all' in node ? node.all : 'any' in node ? node.any : undefined;
  return Array.isArray(parts) && parts.every((part) => isFilter(part, depth + 1));
}

/** Reads a filter from an address; anything that is no filter reads as none. */
export function readFilter(text: unknown): Filter | undefined {
  if (typeof text !== 'string' || text === '') return undefined;
  try {
    const node: unknown = JSON.parse(text);
    return isFilter(node, 1) && questionCount(node) <= MOST_QUESTIONS ? node : undefined;
  } catch {
    return undefined;
  }
}

/** The text of a filter for an address or a request; no filter has no text. */
export function writeFilter(filter: Filter | undefined): string | undefined {
  if (!filter || (!isQuestion(filter) && 'all' in filter && filter.all.length === 0)) return undefined;
  return JSON.stringify(filter);
}
