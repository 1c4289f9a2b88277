import * as protocol from '@dealtrail/protocol/leads';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { mapTray } from '../intake/map-tray.ts';
import { readIntakeRules } from '../judging/intake-rules.ts';
import { defaultSourceTypes } from '../rules/default-sources.ts';
import { foldSource, resolveSource, type SourceMap } from '../rules/source.ts';
import { insertSource, keepSourceText, sourceMapOf, sourcesQuery } from '../store/source-store.ts';
import { trayQuery } from '../store/tray-store.ts';

const shipped = new Set(defaultSourceTypes.map(({ key }) => key));

/** Listed lead sources: shipped ones, then the organisation's own. */
export const listSources = handleRead(protocol.listSources, async ({ actor, read }) => {
  const [known = { own: null, mapped: null }] = await read.many(sourcesQuery(actor.orgId));
  const { types } = sourceMapOf(known);
  return { items: types.map(({ key, name }) => ({ key, name: name.zh, shipped: shipped.has(key) })) };
});

/** The mapping tray: source texts that are on no list, and leads without a source, with their counts. */
export const unlistedSources = handleRead(protocol.unlistedSources, async ({ actor, read }) => ({
  items: await read.many(trayQuery(actor.orgId)),
}));

/** Key of the listed source that `to` names; the text itself may become one of the organisation's own. */
function targetOf(sources: SourceMap, to: string, text: string | null): { key: string | null } {
  const listed = sources.types.find(({ key }) => key === to)?.key;
  if (listed !== undefined) return { key: listed };
  // What people mapped before must not decide here: they are mapping anew.
  const named = resolveSource(to, { types: sources.types, mapped: new Map() });
  if (named.kind === 'listed') return { key: named.key };
  if (text !== null && foldSource(text) === foldSource(to)) return { key: null };
  throw problem('source_unknown', {
    params: { source: to },
    fields: [{ path: 'to', code: 'source_unknown', message: '没有这个来源' }],
  });
}

/** Gives all leads of a tray entry a listed source, and every later lead with the same text. The text is kept. */
export const mapSource = handle(protocol.mapSource, async ({ actor, tx, input }) => {
  const { text, to } = input;
  let sources = await readIntakeRules(tx);
  let { key } = targetOf(sources, to, text);
  if (key === null) {
    key = `own_${tx.time.newId().replaceAll('-', '').slice(-12)}`;
    await insertSource(tx, { key, name: to });
    sources = await readIntakeRules(tx);
  }
  if (text !== null) await keepSourceText(tx, text, key);
  return { changed: await mapTray(tx, actor, text, key, sources) };
});
