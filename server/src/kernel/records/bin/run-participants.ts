import type { Tx } from '../../db/index.ts';
import type { Registry, RowSource } from '../../house/module.ts';
import type { DeleteParticipant, Going, Head, Noted, Obstacle } from '../../house/participant.ts';

function taking(registry: Registry): DeleteParticipant[] {
  return registry.participants.filter((part): part is DeleteParticipant => part.kind === 'delete');
}

const concerned = <Of extends { kind: string }>({ of }: DeleteParticipant, heads: readonly Of[]): Of[] =>
  of ? heads.filter(({ kind }) => of.includes(kind)) : [...heads];

async function gather<Found>(
  registry: Registry,
  heads: readonly Head[],
  ask: (part: DeleteParticipant, mine: Head[]) => Promise<readonly Found[]> | undefined,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const part of taking(registry)) {
    const mine = concerned(part, heads);
    if (mine.length > 0) found.push(...((await ask(part, mine)) ?? []));
  }
  return found;
}

/** Records by kind, earlier chapters first: what others refer to is taken back before them, and deleted after them. */
export function byKind<Row extends Head>(registry: Registry, heads: readonly Row[]): Row[][] {
  return [...registry.kinds.keys()]
    .map((kind) => heads.filter((head) => head.kind === kind))
    .filter((group) => group.length > 0);
}

/** What stands against deleting these records. */
export function obstaclesTo(tx: Tx, registry: Registry, heads: readonly Head[]): Promise<Obstacle[]> {
  return gather(registry, heads, (part, mine) => part.obstacles?.(tx, mine));
}

/** What stands against taking these records back. */
export function obstaclesToUndo(tx: Tx, registry: Registry, heads: readonly Head[]): Promise<Obstacle[]> {
  return gather(registry, heads, (part, mine) => part.obstaclesToUndo?.(tx, mine));
}

/** What goes along with these records. */
export function goingAlong(rows: RowSource, registry: Registry, heads: readonly Head[]): Promise<Going[]> {
  return gather(registry, heads, (part, mine) =>
    part.preview?.(
      rows,
      mine.map(({ id }) => id),
    ),
  );
}

/** Lets every chapter do its part; returns what each noted, by record and participant. */
export async function moveAlong(
  tx: Tx,
  registry: Registry,
  heads: readonly Head[],
): Promise<ReadonlyMap<string, Record<string, unknown>>> {
  const notes = new Map<string, Record<string, unknown>>(heads.map(({ id }) => [id, {}]));
  for (const part of taking(registry)) {
    const mine = concerned(part, heads);
    const noted = mine.length > 0 ? ((await part.move?.(tx, mine)) ?? []) : [];
    for (const { recordId, note } of noted) Object.assign(notes.get(recordId) ?? {}, { [part.name]: note });
  }
  return notes;
}

/** Lets every chapter take its part back, the last one first. */
export async function undoAlong(
  tx: Tx,
  registry: Registry,
  heads: readonly Head[],
  notes: ReadonlyMap<string, Record<string, unknown>>,
): Promise<void> {
  for (const part of taking(registry).toReversed()) {
    const noted = concerned(part, heads).map(
      ({ id }): Noted => ({ recordId: id, note: notes.get(id)?.[part.name] ?? null }),
    );
    if (noted.length > 0) await part.undo?.(tx, noted);
  }
}

/** Lets every chapter remove what it has of these records, the last one first. */
export async function purgeAlong(tx: Tx, registry: Registry, heads: readonly Head[]): Promise<void> {
  for (const part of taking(registry).toReversed()) {
    const mine = concerned(part, heads);
    if (mine.length > 0) await part.purge?.(tx, mine);
  }
}
