import { type Automation, type AutomationRule, createAutomation } from '@dealtrail/protocol/automation';
import type { z } from 'zod';
import type { Caller } from '../../../testing/test-house.ts';

/** Facts of an automation that tells the owner of every new lead; a test names what matters to it. */
export const ruleWith = (facts: Partial<z.input<typeof AutomationRule>> = {}): z.input<typeof AutomationRule> => ({
  name: '新线索提醒',
  kind: 'lead',
  trigger: { on: 'event', event: 'leads.created' },
  conditions: { all: [] },
  actions: [{ do: 'notify', to: [{ who: 'owner' }], text: '新线索 {title}' }],
  perHour: 500,
  ...facts,
});

/** Makes an automation that is switched on, through the product's own verb. */
export async function buildAutomation(
  admin: Caller,
  facts: Partial<z.input<typeof AutomationRule>> = {},
): Promise<Automation> {
  const answer = await admin.call(createAutomation, { body: { ...ruleWith(facts), active: true } });
  if (answer.status !== 201)
    throw new Error(`createAutomation answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}
