import { z } from 'zod';
import { ExportFormat } from '../exports/index.ts';
import { Day, operation } from '../kernel/index.ts';

/** What leads can be grouped by: `source` is the first source (R4), `lastSource` the latest touch. */
export const ConversionBy = z.enum(['source', 'lastSource', 'campaign', 'referrer', 'region', 'industry', 'owner']);

/** A table of the analysis. */
export const FigureTable = z.enum([
  'conversion',
  'cohorts',
  'firstTouch',
  'intervals',
  'steps',
  'pipeline',
  'closed',
  'lostReasons',
  'invalidReasons',
]);
export type FigureTable = z.infer<typeof FigureTable>;

export const exportFigures = operation({
  id: 'insights.exportFigures',
  method: 'GET',
  path: '/insights/table',
  query: z.strictObject({
    table: FigureTable,
    format: ExportFormat,
    /** Of `conversion`: what it is grouped by; by source unless told. */
    by: ConversionBy.optional(),
    from: Day.optional(),
    to: Day.optional(),
  }),
  resultKind: 'file',
  problems: ['period_reversed', 'period_too_long'],
  permission: 'insights.export',
  offline: 'online',
  summary: 'A table of the analysis as a marked CSV or XLSX, as its member sees it; noted in task centre and audit.',
});
