import { z } from 'zod';
import { SheetPeek } from '../imports/index.ts';
import { ItemsOf, operation, OutId, Text } from '../kernel/index.ts';

/** Fields a column may be mapped to. */
export const LeadImportField = z.enum([
  'companyName',
  'contactName',
  'contactTitle',
  'phone',
  'email',
  'landline',
  'wechat',
  'creditCode',
  'website',
  'source',
  'industry',
  'region',
  'province',
  'city',
  'need',
  'customerType',
  'budget',
  /** A column of 万元: the heading says so, its cells do not. */
  'budgetWan',
  'currency',
  'expectedPurchaseOn',
  'campaign',
  'referrer',
  'referredBy',
  'externalId',
  /** 进公海: a row that says 公海 or 是 goes into a pool, every other one is given out by the rules. */
  'pool',
]);
export type LeadImportField = z.infer<typeof LeadImportField>;

export const peekImport = operation({
  id: 'leads.peekImport',
  method: 'POST',
  path: '/leads/imports/peek',
  bodyKind: 'multipart',
  result: SheetPeek,
  problems: ['sheet_refused', 'file_missing'],
  permission: 'leads.import',
  offline: 'online',
  summary:
    'Reads header and first rows of a file (multipart: `file`; optional `sheet`, `headerLine` (0: no header), `pasted` = true for cells copied from Excel) and proposes a mapping; keeps nothing.',
});

export const startImport = operation({
  id: 'leads.startImport',
  method: 'POST',
  path: '/leads/imports',
  bodyKind: 'multipart',
  result: z.object({ id: OutId }),
  status: 202,
  problems: ['sheet_refused', 'mapping_invalid', 'file_missing'],
  permission: 'leads.import',
  offline: 'online',
  summary:
    'Takes a CSV (UTF-8, GB18030) or XLSX (multipart: `file`; `mapping`, a JSON object from column header to field; optional `dryRun` = true, `known` = fill_blanks or skip, `mappingName` under which the mapping is remembered, and `sheet`, `headerLine`, `pasted` as in the look into it) and imports it in the background.',
});

export const LeadSource = z.object({ key: z.string(), name: z.string(), shipped: z.boolean() });

export const listSources = operation({
  id: 'leads.listSources',
  method: 'GET',
  path: '/lead-sources',
  result: ItemsOf(LeadSource),
  problems: [],
  permission: 'member',
  offline: 'online',
  summary: 'Listed lead sources.',
});

export const unlistedSources = operation({
  id: 'leads.unlistedSources',
  method: 'GET',
  path: '/lead-sources/unlisted',
  result: ItemsOf(z.object({ text: z.string().nullable(), count: z.number().int() })),
  problems: [],
  permission: 'leads.manageRules',
  offline: 'online',
  summary: 'The mapping tray: source texts that are on no list, and leads without a source, with their counts.',
});

export const mapSource = operation({
  id: 'leads.mapSource',
  method: 'POST',
  path: '/lead-sources/unlisted/map',
  body: z.strictObject({ text: Text(120).nullable(), to: Text(120) }),
  result: z.object({ changed: z.number().int() }),
  problems: ['source_unknown'],
  permission: 'leads.manageRules',
  offline: 'online',
  summary:
    'Gives all leads of a tray entry a listed source, or lists the text itself as a source when `to` equals it; the original text is kept.',
});
