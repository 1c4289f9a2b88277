import * as protocol from '@dealtrail/protocol/activities';
import { handleRead } from '../../../kernel/http/handle.ts';
import { fieldProblem } from '../../../kernel/http/problem.ts';
import { presentFollowUp } from '../present.ts';
import { QUALITY_VERSION } from '../rules/quality.ts';
import { followUpLinesQuery, qualityQuery, qualityReasonsQuery } from '../store/quality-query.ts';

const PAGE = 50;
/** A year and a day: weeks of the same day last year can be compared. */
const MOST_DAYS = 367;

/** Mean quality of follow-ups by person and week. */
export const followUpQuality = handleRead(protocol.followUpQuality, async ({ actor, read, input, services }) => {
  const days = (Date.parse(input.to) - Date.parse(input.from)) / 86_400_000;
  if (days < 0 || days > MOST_DAYS) throw fieldProblem('to', 'out_of_range', '最多查看一年，且结束不早于开始');
  const [cells, reasons] = await read.all([
    qualityQuery(actor, services.registry, input),
    qualityReasonsQuery(actor, services.registry, input),
  ]);
  return { cells, reasons, version: QUALITY_VERSION };
});

/** Follow-ups on records one may see, the latest first. */
export const listFollowUps = handleRead(protocol.listFollowUps, async ({ actor, read, input, services }) => {
  const rows = await read.many(followUpLinesQuery(actor, services.registry, input, PAGE + 1));
  const items = rows.slice(0, PAGE).map((row) => ({
    ...presentFollowUp(row),
    recordKind: row.recordKind,
    recordTitle: row.recordTitle,
    score: row.qualityScore,
    reasons: row.qualityReasons ?? [],
    files: row.files,
  }));
  return { items, more: rows.length > PAGE };
});
