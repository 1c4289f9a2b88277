import * as protocol from '@dealtrail/protocol/automation';
import type { Actor } from '../../../kernel/access/index.ts';
import { handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import type { Services } from '../../../kernel/house/services.ts';
import { visibleHeadQuery } from '../../../kernel/records/records.ts';
import { type RunChoice, runsQuery } from '../store/run-store.ts';

const PAGE = 50;

const pageQuery = (actor: Actor, { registry }: Services, choice: RunChoice) =>
  runsQuery(actor, registry, choice, PAGE + 1);

type Rows = readonly (Omit<protocol.AutomationRun, 'at'> & { readonly at: Date })[];

function pageOf(rows: Rows) {
  const page = rows.slice(0, PAGE);
  return {
    items: page.map((row) => ({ ...row, at: row.at.toISOString() })),
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
}

/** What automations did and did not do. */
export const listRuns = handleRead(protocol.listRuns, async ({ actor, read, input, services }) =>
  pageOf(await read.many(pageQuery(actor, services, input))),
);

/** The same of one record, to whoever sees it. */
export const listRunsOfRecord = handleRead(protocol.listRunsOfRecord, async ({ actor, read, input, services }) => {
  const { id, cursor } = input;
  const [[head], rows] = await read.all([
    visibleHeadQuery(actor, services.registry, id),
    pageQuery(actor, services, { recordId: id, cursor }),
  ]);
  if (!head) throw problem('not_found');
  return pageOf(rows);
});
