import { peekMembers, startMembers } from '@dealtrail/protocol/organization';
import type { Answer } from '@dealtrail/protocol/kernel';
import { useState } from 'react';
import { type ProblemError, useAct } from '../../../kernel/client/index.ts';

type Mapping = Readonly<Record<string, string>>;

/** A file of members on its way: what it looks like, how its columns are read, the trial run. */
export interface MemberImportDraft {
  readonly file: File | undefined;
  readonly peeked: Answer<typeof peekMembers> | undefined;
  readonly mapping: Mapping;
  /** Id of the trial run, once it has begun. */
  readonly trial: string | undefined;
  readonly busy: boolean;
  readonly error: ProblemError | null;
  readonly choose: (file: File | undefined) => void;
  readonly map: (mapping: Mapping) => void;
  readonly tryOut: () => void;
  readonly backToMapping: () => void;
  /** Begins the real run; gives its id. */
  readonly start: () => Promise<string>;
}

function formOf(file: File, mapping: Mapping | undefined, dryRun: boolean): FormData {
  const form = new FormData();
  // Fields before the file: a server that reads a stream knows what to do when the rows come.
  if (mapping) form.set('mapping', JSON.stringify(mapping));
  if (dryRun) form.set('dryRun', 'true');
  form.set('file', file, file.name);
  return form;
}

/** The steps from a file to a running import of members; nothing is kept before the trial run. */
export function useMemberImport(): MemberImportDraft {
  const peek = useAct(peekMembers);
  const begin = useAct(startMembers);
  const [file, setFile] = useState<File>();
  const [peeked, setPeeked] = useState<Answer<typeof peekMembers>>();
  const [mapping, setMapping] = useState<Mapping>({});
  const [trial, setTrial] = useState<string>();
  const read = async (chosen: File) => {
    const found = await peek.run({}, formOf(chosen, undefined, false));
    setPeeked(found);
    setMapping(found.remembered?.mapping ?? found.suggested);
  };
  const send = async (dryRun: boolean): Promise<string> => {
    if (!file) throw new Error('an import begins with a file');
    return (await begin.run({}, formOf(file, mapping, dryRun))).id;
  };
  return {
    file,
    peeked,
    mapping,
    trial,
    busy: peek.busy || begin.busy,
    error: peek.error ?? begin.error,
    choose: (chosen) => {
      peek.reset();
      begin.reset();
      setFile(chosen);
      setPeeked(undefined);
      setTrial(undefined);
      // A refusal is said beside the file.
      if (chosen) read(chosen).catch(() => undefined);
    },
    map: setMapping,
    tryOut: () => {
      // A refusal is said beside the mapping.
      send(true).then(setTrial, () => undefined);
    },
    backToMapping: () => setTrial(undefined),
    start: () => send(false),
  };
}
