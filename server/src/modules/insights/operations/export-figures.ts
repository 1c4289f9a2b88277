import * as protocol from '@dealtrail/protocol/insights';
import { may } from '../../../kernel/access/index.ts';
import { giveTable } from '../../../kernel/exports/index.ts';
import { handleFile } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { localeOf } from '../../../kernel/http/refusals.ts';
import {
  cohortTable,
  conversionTable,
  endingTable,
  type FigureTable,
  paceTable,
  pipelineTable,
  reasonTable,
  type Say,
  stepTable,
} from '../rules/figure-tables.ts';
import type { Asked } from './asked-period.ts';
import { funnelOf } from './funnel.ts';
import { conversionOf } from './lead-conversion.ts';
import { paceOf } from './pace.ts';

type Context = Asked<typeof protocol.exportFigures>;
type Making = (context: Context, say: Say, locale: 'zh' | 'en') => Promise<FigureTable>;

const conversion = ({ input, ...context }: Context) =>
  conversionOf({ ...context, input: { ...input, by: input.by ?? 'source' } });

const making: Record<protocol.FigureTable, Making> = {
  conversion: async (context, say) => conversionTable(await conversion(context), say),
  cohorts: async (context, say) => cohortTable(await conversion(context), say),
  firstTouch: async (context, say) => paceTable((await paceOf(context)).firstTouch, 'touch', say),
  intervals: async (context, say) => paceTable((await paceOf(context)).intervals, 'gap', say),
  steps: async (context, say) => stepTable(await funnelOf(context), say),
  pipeline: async (context, say, locale) => pipelineTable(await funnelOf(context), locale, say),
  closed: async (context, say) => endingTable(await funnelOf(context), say),
  lostReasons: async (context, say) => reasonTable((await funnelOf(context)).lostReasons, (reason) => reason, say),
  invalidReasons: async (context, say) =>
    reasonTable((await funnelOf(context)).invalidReasons, (reason) => say(`invalidReason.${reason}`), say),
};

/** A table of the analysis as its member sees it, as a file. */
export const exportFigures = handleFile(protocol.exportFigures, async (context) => {
  const { actor, input, reply, services } = context;
  if (!may(actor, 'insights.read')) throw problem('not_allowed');
  const locale = localeOf(reply.request);
  const sentences = services.registry.messages[locale];
  const say: Say = (key) => sentences[key] ?? key.slice(key.lastIndexOf('.') + 1);
  const { table, format, by = 'source', from = '', to = '' } = input;
  const made = await making[table](context, say, locale);
  const asked = JSON.stringify({ table, ...(table === 'conversion' ? { by } : {}), from, to });
  const taking = { actor, reply, services, operation: protocol.exportFigures.id };
  return giveTable(taking, { kind: 'insight', title: say(`insights.table.${table}`), asked, ...made }, format);
});
