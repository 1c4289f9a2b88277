import { whyEn } from './why-en.ts';
import { whyZh } from './why-zh.ts';

/** Chinese sentences of the analysis and of Today. */
export const insightsZh = {
  ...whyZh,
  'problem.period_reversed': '开始日期不能晚于结束日期。',
  'problem.period_too_long': '时间最长选三年。',
  'insights.why.stage_task': '“{stageZh}”阶段的任务',
  'insights.why.stage_task_required': '“{stageZh}”阶段的必做任务，不完成不能进入下一阶段',
  'insights.why.own_task': '已安排的任务',
  'insights.group.none': '未填写',
  'insights.group.unowned': '未分配',
  'insights.group.total': '全部',
} as const;

/** English sentences of the analysis and of Today. */
export const insightsEn = {
  ...whyEn,
  'problem.period_reversed': 'The first day cannot be later than the last.',
  'problem.period_too_long': 'Choose at most three years.',
  'insights.why.stage_task': 'A task of the stage “{stageEn}”',
  'insights.why.stage_task_required': 'A task the stage “{stageEn}” cannot be left without',
  'insights.why.own_task': 'A planned task',
  'insights.group.none': 'Not given',
  'insights.group.unowned': 'Unassigned',
  'insights.group.total': 'All',
} as const satisfies Record<keyof typeof insightsZh, string>;
