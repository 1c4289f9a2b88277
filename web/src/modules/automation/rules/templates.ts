import type { AutomationRule } from '@dealtrail/protocol/automation';

/** The templates people may begin with, in the order they are offered. */
export const templateNames = ['firstTouch', 'exhibition', 'stalled', 'claimed', 'won'] as const;
export type TemplateName = (typeof templateNames)[number];

/** A template: everything but its words, which are those of the language it is taken in. */
type Template = Omit<AutomationRule, 'name' | 'actions'> & {
  readonly acts: (text: string) => AutomationRule['actions'];
};

const owner = { who: 'owner' } as const;
const supervisor = { who: 'supervisor' } as const;
const everyWorkday = { on: 'time', every: 'day', workdaysOnly: true } as const;

const templates: Readonly<Record<TemplateName, Template>> = {
  firstTouch: {
    kind: 'lead',
    trigger: { on: 'event', event: 'clocks.overdue', of: ['first_touch'] },
    conditions: { field: 'intent', op: 'in', value: ['high'] },
    acts: (text) => [{ do: 'notify', to: [supervisor, owner], text }],
    perHour: 500,
  },
  exhibition: {
    kind: 'lead',
    trigger: { on: 'event', event: 'leads.created' },
    conditions: { field: 'source', op: 'in', value: ['exhibition'] },
    acts: (title) => [{ do: 'task', for: owner, title, workdays: 1 }],
    perHour: 500,
  },
  stalled: {
    kind: 'opportunity',
    trigger: { ...everyWorkday, hour: 9, againAfterDays: 7 },
    conditions: {
      all: [
        { field: 'state', op: 'in', value: ['open'] },
        { field: 'lastMovementAt', op: 'lte', value: { relative: '-14d' } },
      ],
    },
    acts: (text) => [{ do: 'notify', to: [owner, supervisor], text }],
    perHour: 500,
  },
  claimed: {
    kind: 'lead',
    trigger: { ...everyWorkday, hour: 10, againAfterDays: 3 },
    conditions: {
      all: [
        { field: 'claimedFrom', op: 'isEmpty', value: false },
        { field: 'assignedAt', op: 'lte', value: { relative: '-3d' } },
        { field: 'firstTouchAt', op: 'isEmpty', value: true },
      ],
    },
    acts: (text) => [{ do: 'notify', to: [owner], text }],
    perHour: 500,
  },
  won: {
    kind: 'opportunity',
    trigger: { on: 'event', event: 'opportunities.closed', of: ['won'] },
    conditions: { all: [] },
    acts: (title) => [{ do: 'task', for: owner, title, workdays: 5 }],
    perHour: 500,
  },
};

/** A template as a rule to be looked at and changed, in the words of the reader. */
export function ruleOf(template: TemplateName, name: string, text: string): AutomationRule {
  const { acts, ...rule } = templates[template];
  return { ...rule, name, actions: acts(text) };
}

/** A rule nobody has written yet. */
export const blankRule: AutomationRule = {
  name: '',
  kind: 'lead',
  trigger: { on: 'event', event: 'leads.created' },
  conditions: { all: [] },
  actions: [{ do: 'notify', to: [owner], text: '' }],
  perHour: 500,
};
