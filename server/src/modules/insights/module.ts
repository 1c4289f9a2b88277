import { insightsProblems } from '@dealtrail/protocol/insights';
import { insightsEn, insightsZh } from '@dealtrail/protocol/insights/messages';
import type { Module } from '../../kernel/house/module.ts';
import { campaigns } from './operations/campaigns.ts';
import { exportFigures } from './operations/export-figures.ts';
import { funnel } from './operations/funnel.ts';
import { leadConversion } from './operations/lead-conversion.ts';
import { pace } from './operations/pace.ts';
import { overdue } from './operations/overdue.ts';
import { today } from './operations/today.ts';
import { tableEn, tableZh } from './rules/table-words.ts';

/** What the numbers say: Today, conversion and funnel, each number with the records behind it. */
export const insights: Module = {
  name: 'insights',
  permissions: ['insights.read', 'insights.export'],
  problems: insightsProblems,
  messages: { zh: { ...insightsZh, ...tableZh }, en: { ...insightsEn, ...tableEn } },
  routes: [today, overdue, leadConversion, funnel, pace, campaigns, exportFigures],
};
