import { sql } from 'kysely';
import type { Standing } from './rules/reach.ts';
import { visible } from './visible.ts';

/** A kind of record and the chapter whose permissions decide about it. */
interface Kind {
  readonly kind: string;
  readonly chapter: string;
}

/** SQL condition on a head of any of these kinds: the verb of its chapter reaches it. */
export function visibleOfKinds(standing: Standing, kinds: Iterable<Kind>, alias: string, verb: string) {
  const branches = [...kinds].map(
    ({ kind, chapter }) =>
      sql<boolean>`(${sql.raw(alias)}.kind = ${kind} and ${visible(standing, `${chapter}.${verb}`, alias)})`,
  );
  return branches.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(branches, sql` or `)})`;
}
