import { createAutomation } from '@dealtrail/protocol/automation';
import type { Passed } from '@dealtrail/protocol/kernel';
import { addDays } from '../../kernel/calendar/index.ts';
import type { Turn } from '../play/live-year.ts';

/** Days before today since which the supplier lets some things happen by themselves. */
const SINCE = 20;

const owner = { who: 'owner' } as const;
const supervisor = { who: 'supervisor' } as const;

const rules: readonly Passed<typeof createAutomation>['body'][] = [
  {
    name: '高意向线索超时未首次跟进',
    kind: 'lead',
    trigger: { on: 'event', event: 'clocks.overdue', of: ['first_touch'] },
    conditions: { field: 'intent', op: 'in', value: ['high'] },
    actions: [{ do: 'notify', to: [supervisor, owner], text: '高意向线索 {title} 超时还没有首次跟进，负责人 {owner}' }],
    perHour: 500,
    active: true,
  },
  {
    name: '停滞商机提醒',
    kind: 'opportunity',
    trigger: { on: 'time', every: 'week', weekday: 1, hour: 9, workdaysOnly: true, againAfterDays: 14 },
    conditions: {
      all: [
        { field: 'state', op: 'in', value: ['open'] },
        { field: 'lastMovementAt', op: 'lte', value: { relative: '-14d' } },
      ],
    },
    actions: [{ do: 'notify', to: [owner], text: '商机 {title} 已经两周没有进展，请安排下一步' }],
    perHour: 500,
    active: true,
  },
  {
    name: '赢单后回访',
    kind: 'opportunity',
    trigger: { on: 'event', event: 'opportunities.closed', of: ['won'] },
    conditions: { all: [] },
    actions: [{ do: 'task', for: owner, title: '回访 {title}：交付是否顺利，有没有新的需求', workdays: 5 }],
    perHour: 500,
    active: true,
  },
];

/** In the last weeks the administrator lets the product remind people by itself. */
export const automating: Turn = async (cast, day) => {
  if (day !== addDays(cast.today, -SINCE)) return;
  for (const body of rules) await cast.stage.call(cast.administrator, createAutomation, { body });
};
