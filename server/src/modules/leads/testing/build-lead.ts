import type { NewLead } from '@dealtrail/protocol/leads';
import { createLead, type Lead, recordFollowUp } from '@dealtrail/protocol/leads';
import type { z } from 'zod';
import type { Caller } from '../../../testing/test-house.ts';

type Facts = Partial<z.input<typeof NewLead>>;

let serial = 0;

/** Facts of a complete lead of middling promise; a test names what matters to it. */
export function leadFactsFor(facts: Facts = {}): z.input<typeof NewLead> {
  serial += 1;
  return {
    companyName: `嘉兴禾川${serial}号纺织有限公司`,
    contactName: '陆明舟',
    contactTitle: '采购经理',
    phone: `1380000${String(serial).padStart(4, '0')}`,
    source: '官网',
    industry: '教育',
    need: '了解一下产品功能',
    ...facts,
  };
}

/** Takes a lead in as this member, through the product's own verb. */
export async function buildLead(caller: Caller, facts: Facts = {}): Promise<Lead> {
  const answer = await caller.call(createLead, { body: leadFactsFor(facts) });
  if (answer.status !== 201) throw new Error(`createLead answered ${answer.status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

type Written = z.input<NonNullable<typeof recordFollowUp.body>>;

/** A follow-up that reached the customer and says enough; a test names what matters to it. */
export const reachedWith = (written: Partial<Written> = {}): Written => ({
  method: 'phone',
  outcome: 'reached',
  content: '客户确认预算10万内，要三天内给参数',
  feedback: '对参数满意，要对比竞品',
  nextStep: '发送竞品对比报告',
  nextStepOn: '2026-12-31',
  ...written,
});

/** An attempt that reached nobody. */
export const attemptWith = (written: Partial<Written> = {}): Written => ({
  method: 'phone',
  outcome: 'no_answer',
  nextStepOn: '2026-12-31',
  ...written,
});

/** Writes a follow-up on a lead. */
export const followUp = (caller: Caller, leadId: string, body: Written) =>
  caller.call(recordFollowUp, { params: { id: leadId }, body });
