import type { KnownChoice, SheetPeek } from '@dealtrail/protocol/imports';
import type { Operation, Passed } from '@dealtrail/protocol/kernel';
import { useState } from 'react';
import { type ProblemError, useAct } from '../../client/index.ts';
import { usableMapping } from './import-account.ts';

type Mapping = Readonly<Record<string, string>>;

/** How the sheet is read, where somebody chose otherwise than what was recognised. */
export interface Reading {
  readonly sheet?: string;
  readonly headerLine?: number;
}

/** An import on its way: the sheet, what it looks like, how it is read and mapped, the trial run. */
export interface ImportDraft {
  readonly file: File | undefined;
  readonly peeked: SheetPeek | undefined;
  readonly mapping: Mapping;
  readonly known: KnownChoice | undefined;
  /** Name under which the mapping is remembered; empty: it is not. */
  readonly mappingName: string;
  /** Id of the trial run, once it has begun. */
  readonly trial: string | undefined;
  readonly busy: boolean;
  readonly error: ProblemError | null;
  readonly choose: (file: File | undefined) => void;
  /** Takes cells that were copied from a spreadsheet. */
  readonly paste: (cells: File, header: boolean) => void;
  readonly read: (reading: Reading) => void;
  readonly map: (mapping: Mapping) => void;
  readonly treatKnown: (known: KnownChoice) => void;
  readonly nameMapping: (name: string) => void;
  readonly tryOut: () => void;
  readonly backToMapping: () => void;
  /** Begins the real run; gives its id. */
  readonly start: () => Promise<string>;
}

interface Sheet {
  readonly file: File;
  readonly pasted: boolean;
}

function formOf({ file, pasted }: Sheet, reading: Reading, more: Readonly<Record<string, string>> = {}): FormData {
  const form = new FormData();
  // Fields before the file: a server that reads a stream knows what to do when the rows come.
  if (pasted) form.set('pasted', 'true');
  if (reading.sheet !== undefined) form.set('sheet', reading.sheet);
  if (reading.headerLine !== undefined) form.set('headerLine', String(reading.headerLine));
  for (const [name, value] of Object.entries(more)) form.set(name, value);
  form.set('file', file, file.name);
  return form;
}

/** The reading that was shown, told in full so that nothing is recognised otherwise later. */
function readAs({ headerLine, sheet }: SheetPeek): Reading {
  return { headerLine, ...(sheet === null ? {} : { sheet }) };
}

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '').slice(0, 60);

/** The steps from a sheet to a running import; nothing is kept on the server before the trial run. */
export function useImportDraft(peekOp: Operation, startOp: Operation): ImportDraft {
  const peek = useAct(peekOp);
  const begin = useAct(startOp, { invalidates: ['transfers.*'] });
  const [sheet, setSheet] = useState<Sheet>();
  const [reading, setReading] = useState<Reading>({});
  const [peeked, setPeeked] = useState<SheetPeek>();
  const [mapping, setMapping] = useState<Mapping>({});
  const [known, setKnown] = useState<KnownChoice>();
  const [mappingName, setMappingName] = useState('');
  const [trial, setTrial] = useState<string>();
  const look = async (at: Sheet, how: Reading) => {
    setReading(how);
    const found = (await peek.run({} as Passed<Operation>, formOf(at, how))) as SheetPeek;
    setPeeked(found);
    setMapping(usableMapping(found.remembered?.mapping ?? found.suggested, found.header));
    setKnown((before) => before ?? found.known[0]);
    setMappingName(found.headerLine === 0 || at.pasted ? '' : (found.remembered?.name ?? stemOf(at.file.name)));
  };
  const open = (next: Sheet | undefined, how: Reading = {}) => {
    peek.reset();
    begin.reset();
    setSheet(next);
    setPeeked(undefined);
    setTrial(undefined);
    // A refusal is said beside the sheet.
    if (next) look(next, how).catch(() => undefined);
  };
  const send = async (dryRun: boolean): Promise<string> => {
    if (!sheet || !peeked) throw new Error('an import begins with a sheet');
    const more = {
      mapping: JSON.stringify(mapping),
      mappingName,
      ...(known ? { known } : {}),
      ...(dryRun ? { dryRun: 'true' } : {}),
    };
    return ((await begin.run({} as Passed<Operation>, formOf(sheet, readAs(peeked), more))) as { id: string }).id;
  };
  return {
    file: sheet?.file,
    peeked,
    mapping,
    known,
    mappingName,
    trial,
    busy: peek.busy || begin.busy,
    error: peek.error ?? begin.error,
    choose: (file) => open(file && { file, pasted: false }),
    paste: (file, header) => open({ file, pasted: true }, { headerLine: header ? 1 : 0 }),
    read: (how) => {
      // A refusal is said beside the sheet.
      if (sheet) look(sheet, { ...reading, ...how }).catch(() => undefined);
    },
    map: setMapping,
    treatKnown: setKnown,
    nameMapping: setMappingName,
    tryOut: () => {
      // A refusal is said beside the mapping.
      send(true).then(setTrial, () => undefined);
    },
    backToMapping: () => setTrial(undefined),
    start: () => send(false),
  };
}
