import * as protocol from '@dealtrail/protocol/forms';
import { handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { formsQuery } from '../store/form-store.ts';
import { submissionsQuery } from '../store/submission-store.ts';

const PAGE = 50;

/** What was sent by a form and what became of it: the lines behind the counts of a form. */
export const listSubmissions = handleRead(protocol.listSubmissions, async ({ actor, read, input }) => {
  const { id, outcome, cursor } = input;
  const lines = submissionsQuery(actor, { formId: id, outcome, cursor }, PAGE + 1);
  const [[form], rows] = await read.all([formsQuery(actor.orgId, id), lines]);
  if (!form) throw problem('not_found');
  const page = rows.slice(0, PAGE);
  return {
    items: page.map((row) => ({
      id: row.id,
      at: row.at.toISOString(),
      state: row.state,
      lead:
        row.leadId && row.number && row.title !== null && row.leadState
          ? { id: row.leadId, number: row.number, title: row.title, state: row.leadState }
          : null,
    })),
    nextCursor: rows.length > PAGE ? (page.at(-1)?.id ?? null) : null,
  };
});
