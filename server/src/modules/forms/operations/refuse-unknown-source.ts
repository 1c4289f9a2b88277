import type { Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { sourceMapOf, sourcesQuery } from '../../leads/index.ts';

/** Refuses a source that is on no list: a channel of ours must not fill the tray. */
export async function refuseUnknownSource(tx: Tx, source: string): Promise<void> {
  const { types } = sourceMapOf(await tx.one(sourcesQuery(tx.orgId)));
  if (!types.some(({ key }) => key === source))
    throw problem('source_unknown', { fields: [{ path: 'source', code: 'source_unknown', message: source }] });
}
