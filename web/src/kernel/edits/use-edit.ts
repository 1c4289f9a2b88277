import { useState } from 'react';
import { ProblemError } from '../client/index.ts';
import { changesOf, type Clash, clashesOf, type Values } from './clashes.ts';

interface EditOptions<Name extends string, Row> {
  /** Fields of the form. */
  readonly names: readonly Name[];
  /** The record as the form began with it. */
  readonly began: Row;
  /** Sends the changes against a version. */
  readonly save: (changes: Values<Name>, version: number) => Promise<unknown>;
  /** Reads the record as it is now. */
  readonly reread: () => Promise<Row>;
  readonly onSaved: () => void;
}

/** An edit of one record while others may edit it too. */
export interface Edit<Name extends string> {
  /** Saves what was changed; rejects when the server refuses or both sides changed one field. */
  readonly submit: (typed: Values<Name>) => Promise<void>;
  /** Fields both sides changed, to choose between; `undefined` without a conflict. */
  readonly clashes: readonly Clash<Name>[] | undefined;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
}

interface Conflict<Name extends string> {
  readonly changes: Values<Name>;
  readonly clashes: readonly Clash<Name>[];
  readonly version: number;
}

/**
 * Saves an edit so that nobody's work is lost: changes to different fields join by themselves, changes to one field are
 * put side by side for a choice.
 */
export function useEdit<Name extends string, Row extends Values<Name> & { readonly version: number }>({
  names,
  began,
  save,
  reread,
  onSaved,
}: EditOptions<Name, Row>): Edit<Name> {
  const [conflict, setConflict] = useState<Conflict<Name>>();
  const send = async (changes: Values<Name>, version: number) => {
    try {
      if (Object.keys(changes).length > 0) await save(changes, version);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.kind !== 'conflict') throw error;
      const theirs = await reread();
      const clashes = clashesOf(names, { began, mine: changes, theirs });
      if (clashes.length > 0) {
        setConflict({ changes, clashes, version: theirs.version });
        throw error;
      }
      await save(changes, theirs.version);
    }
    setConflict(undefined);
    onSaved();
  };
  const decide = (without: readonly Name[]) => {
    if (!conflict) return;
    const kept = Object.entries(conflict.changes).filter(([name]) => !without.includes(name as Name));
    send(Object.fromEntries(kept) as Values<Name>, conflict.version).catch(() => undefined);
  };
  return {
    submit: (typed) => send(changesOf(names, began, typed), began.version),
    clashes: conflict?.clashes,
    keepMine: () => decide([]),
    takeTheirs: () => decide(conflict?.clashes.map(({ name }) => name) ?? []),
  };
}
