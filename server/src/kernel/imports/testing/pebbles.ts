import { getImport, type ImportView, SheetPeek } from '@dealtrail/protocol/imports';
import { operation } from '@dealtrail/protocol/kernel';
import { z } from 'zod';
import type { Caller } from '../../../testing/test-house.ts';
import type { Module } from '../../house/module.ts';
import { problem } from '../../http/problem.ts';
import { form } from '../../http/testing/form.ts';
import { findMatches, insertHeads, insertMatchKeys } from '../../records/records.ts';
import { importKind, importRoutes, type ImportRow, type ImportRun, type RowOutcome } from '../index.ts';
import type { Tx } from '../../db/index.ts';

interface Pebble {
  readonly name: string;
  readonly colour: string;
}

/** What a test wants to happen while rows are taken in. */
export const mischief: { beforeBatch: (batch: number) => void | Promise<void>; batches: number } = {
  beforeBatch: () => undefined,
  batches: 0,
};

async function takeIn(tx: Tx, rows: readonly ImportRow<Pebble>[], run: ImportRun): Promise<RowOutcome[]> {
  mischief.batches += 1;
  await mischief.beforeBatch(mischief.batches);
  const broken = rows.find(({ values }) => values.name === 'breaks the batch');
  if (broken) throw problem('already_exists');
  if (rows.some(({ values }) => values.name === 'breaks the house')) throw new TypeError('a fault of ours');
  const known = new Set(
    (
      await findMatches(
        tx,
        rows.map(({ values }) => ({ kind: 'pebble', key: values.name })),
      )
    ).map((match) => match.key),
  );
  if (run.dryRun) for (const key of run.notes.keys()) known.add(key);
  const fresh: (Pebble & { id: string })[] = [];
  const outcomes = rows.map(({ values }): RowOutcome => {
    if (known.has(values.name)) return values.colour === '' || run.known === 'skip' ? 'duplicate' : 'merged';
    known.add(values.name);
    run.notes.set(values.name, true);
    fresh.push({ ...values, id: tx.time.newId() });
    return 'created';
  });
  await insertHeads(
    tx,
    fresh.map(({ id, name }) => ({
      id,
      kind: 'pebble',
      number: id,
      title: name,
      ownerId: run.actor.memberId,
      departmentId: null,
      searchable: [],
    })),
  );
  await insertMatchKeys(
    tx,
    fresh.map(({ id, name }) => ({ kind: 'pebble', key: name, recordId: id })),
  );
  return outcomes;
}

/** A kind of record that only tests know. */
const pebbleKind = importKind<Pebble>({
  kind: 'pebble',
  permission: 'leads.import',
  known: ['fill_blanks', 'skip'],
  fields: [
    { name: 'name', aliases: ['名称', '石头'] },
    { name: 'colour', aliases: ['颜色'], choice: true },
  ],
  prepare({ name = '', colour = '' }) {
    return name === '' ? { rejected: [{ key: 'problem.invalid_input', params: {} }] } : { values: { name, colour } };
  },
  takeIn,
});

const of = {
  permission: 'leads.import',
  offline: 'online',
  problems: ['sheet_refused', 'mapping_invalid', 'file_missing'],
} as const;

const peekPebbles = operation({
  ...of,
  id: 'pebbles.peek',
  method: 'POST',
  path: '/pebbles/imports/peek',
  bodyKind: 'multipart',
  result: SheetPeek,
  summary: '',
});
const startPebbles = operation({
  ...of,
  id: 'pebbles.start',
  method: 'POST',
  path: '/pebbles/imports',
  bodyKind: 'multipart',
  result: z.object({ id: z.string() }),
  status: 202,
  summary: '',
});
/** The chapter of pebbles. */
export const pebbles: Module = {
  name: 'pebbles',
  permissions: ['leads.import'],
  routes: importRoutes(pebbleKind, {
    peek: peekPebbles,
    start: startPebbles,
  }),
  importKinds: [pebbleKind],
};

/** Sends a file to be imported. */
export async function send(caller: Caller, parts: Parameters<typeof form>[0], key?: string) {
  const { payload, headers } = form(parts);
  const answer = await caller.inject({
    method: 'POST',
    url: '/api/v1/pebbles/imports',
    payload,
    headers: { ...headers, ...(key ? { 'idempotency-key': key } : {}) },
  });
  return { ...answer, id: (answer.body as { id?: string }).id ?? '' };
}

/** Where an import stands. */
export async function account(caller: Caller, id: string): Promise<ImportView> {
  return (await caller.call(getImport, { params: { id } })).body;
}
