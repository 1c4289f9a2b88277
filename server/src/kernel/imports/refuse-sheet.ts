import type { FieldProblem } from '@dealtrail/protocol/kernel';
import type { Messages } from '../house/module.ts';
import { problem, type ProblemError } from '../http/problem.ts';
import { SheetRefused } from './box/index.ts';
import type { MappingFault } from './rules/index.ts';

type Sentences = Messages['zh'];

function sentence(sentences: Sentences, key: string, params: Readonly<Record<string, string | number>>): string {
  return (sentences[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole));
}

/** The refusal of a file that cannot be read, with what to do about it; any other error as it is. */
export function refusalOfSheet(error: unknown, sentences: Sentences): unknown {
  if (!(error instanceof SheetRefused)) return error;
  const message = sentence(sentences, `imports.sheet.${error.code}`, error.detail);
  return problem('sheet_refused', {
    detail: message,
    params: { ...error.detail, reason: error.code },
    fields: [{ path: 'file', code: error.code, message }],
  });
}

/** The refusal of a mapping, entry by entry. */
export function refusalOfMapping(
  faults: readonly (MappingFault | { column: string; code: 'malformed' })[],
  sentences: Sentences,
): ProblemError {
  const fields = faults.map(
    ({ column, code }): FieldProblem => ({
      path: column === '' ? 'mapping' : `mapping.${column}`,
      code,
      message: sentence(sentences, `imports.mapping.${code}`, {}),
    }),
  );
  return problem('mapping_invalid', { fields });
}

/** A reason a row was rejected, in words. */
export function reasonInWords(
  reason: { key: string; params: Readonly<Record<string, string | number>> },
  sentences: Sentences,
): string {
  return sentence(sentences, reason.key, reason.params);
}
