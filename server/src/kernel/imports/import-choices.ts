import type { KnownChoice } from '@dealtrail/protocol/imports';
import { problem } from '../http/problem.ts';
import type { SheetChoices } from './box/index.ts';
import { type ImportKind, knownChoices } from './import-kind.ts';

/** Lines of the largest sheet there is. */
const LAST_LINE = 1_048_576;
const LONGEST_NAME = 60;

type Fields = ReadonlyMap<string, string>;

function refusal(path: string, message: string): Error {
  return problem('invalid_input', { fields: [{ path, code: 'invalid_value', message }] });
}

function truthOf(fields: Fields, path: string): boolean {
  const text = fields.get(path);
  if (text === undefined || text === '' || text === 'false') return false;
  if (text === 'true') return true;
  throw refusal(path, 'true or false');
}

/** How a form wants its file read. Refused: `invalid_input` for what is no sheet name, no line or no truth. */
export function choicesOf(fields: Fields): SheetChoices {
  const sheet = fields.get('sheet') ?? '';
  const line = fields.get('headerLine') ?? '';
  if (sheet.length > 100) throw refusal('sheet', 'at most 100 characters');
  if (!/^\d{0,7}$/.test(line) || Number(line) > LAST_LINE) throw refusal('headerLine', `0 to ${LAST_LINE}`);
  return {
    ...(sheet === '' ? {} : { sheet }),
    ...(line === '' ? {} : { headerLine: Number(line) }),
    ...(truthOf(fields, 'pasted') ? { delimiter: '\t' as const } : {}),
  };
}

/** What a form asks of an import beside its file. */
export interface ImportWishes {
  readonly mapping?: string | undefined;
  readonly dryRun: boolean;
  readonly known: KnownChoice;
  readonly choices: SheetChoices;
  /** Name under which the mapping is remembered; absent: the file's name, empty: not at all. */
  readonly mappingName?: string | undefined;
}

/** Reads the wishes of a form. Refused: `invalid_input` for a choice that the kind does not offer. */
export function wishesOf(kind: ImportKind, fields: Fields): ImportWishes {
  const offered = knownChoices(kind);
  const asked = fields.get('known') ?? '';
  const known = offered.find((choice) => choice === asked) ?? (asked === '' ? offered[0] : undefined);
  if (known === undefined) throw refusal('known', offered.join(', '));
  const mappingName = fields.get('mappingName')?.trim();
  if ((mappingName ?? '').length > LONGEST_NAME || mappingName?.includes('\0') || mappingName?.isWellFormed() === false)
    throw refusal('mappingName', `at most ${LONGEST_NAME} characters`);
  return {
    mapping: fields.get('mapping'),
    dryRun: truthOf(fields, 'dryRun'),
    known,
    choices: choicesOf(fields),
    mappingName,
  };
}
