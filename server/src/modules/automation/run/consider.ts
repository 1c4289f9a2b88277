import type { RunAct, RunOutcome } from '@dealtrail/protocol/automation';
import type { Why } from '@dealtrail/protocol/kernel';
import { calendarOf } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import type { RuleAct } from '../../../kernel/db/index.ts';
import type { Services } from '../../../kernel/house/services.ts';
import { factsQuery } from '../../../kernel/lists/index.ts';
import { notify } from '../../../kernel/notifications/index.ts';
import { loopGuard } from '../rules/guard.ts';
import { judgeConditions, questionsIn } from '../rules/judge-conditions.ts';
import { type AutomationRow, saveAutomation } from '../store/automation-store.ts';
import { actsWithinHour, insertRuns } from '../store/run-store.ts';
import type { Subject } from '../store/subject-query.ts';
import { actOn } from './act.ts';
import { conditionContext } from './condition-context.ts';
import { say } from './say.ts';
import { type Organization, systemActor } from './system-actor.ts';

/** One transaction in which automations look at records. */
export interface Round {
  readonly tx: Tx;
  readonly services: Services;
  readonly organization: Organization;
}

/** Why an automation looks at a record. */
export interface Looking {
  /** The event, or the moment a time came; an automation looks at a record once for each. */
  readonly occasion: string;
  /** Type of the event; null for a time. */
  readonly event: string | null;
  readonly chain: readonly RuleAct[];
  /** The conditions were asked in SQL already. */
  readonly fits?: boolean;
}

interface Verdict {
  readonly outcome: RunOutcome;
  readonly why?: Why;
  readonly unmet?: ReturnType<ReturnType<typeof judgeConditions>>['unmet'];
  readonly did?: readonly RunAct[];
}

async function unmetBy({ tx, services, organization }: Round, automation: AutomationRow, subject: Subject) {
  const list = services.registry.bulkKinds.get(automation.kind)?.list;
  if (!list) throw new Error(`records of kind ${automation.kind} have no list`);
  const names = questionsIn(automation.conditions).map(({ field }) => field);
  const row = names.length > 0 && (await tx.maybe(factsQuery(list, tx.orgId, names, [subject.id])));
  const context = conditionContext(automation.id, organization.zone, tx.time);
  return judgeConditions(automation.conditions, list.fields, context)(row ? row.facts : {});
}

/** Ends an automation that acts too often, and tells who made it. */
async function stop({ tx, services }: Round, automation: AutomationRow, why: Why): Promise<void> {
  await saveAutomation(tx, automation, { active: false, nextAt: null, stoppedWhy: why });
  await notify(tx, services, {
    eventId: tx.time.newId(),
    memberIds: [automation.createdBy],
    kind: 'automation.stopped',
    recordId: null,
    recordKind: null,
    text: { key: 'automation.notice.stopped', params: { name: automation.name, most: automation.perHour } },
  });
}

/** Writes into the record's history what an automation did there. */
function tellActed({ tx, services }: Round, automation: AutomationRow, recordId: string, did: readonly RunAct[]): void {
  const reasons = did.flatMap(({ outcome, why }) => (outcome === 'done' && why ? [why] : []));
  if (reasons.length === 0) return;
  const { messages } = services.registry;
  tx.publish({
    type: 'automation.acted',
    recordId,
    data: { automationId: automation.id, version: automation.version },
    text: {
      key: 'automation.event.acted',
      params: { name: automation.name, whyZh: say(messages, reasons, 'zh'), whyEn: say(messages, reasons, 'en') },
    },
  });
}

async function act(round: Round, automation: AutomationRow, subject: Subject): Promise<Verdict> {
  const { tx, services, organization } = round;
  const actor = systemActor(services, tx.orgId, organization, automation);
  const calendar = await calendarOf(tx);
  const did = await tx.actingFor({ rule: automation.id, record: subject.id }, async () => {
    const all = await actOn({ tx, services, automation, actor, calendar }, subject);
    tellActed(round, automation, subject.id, all);
    return all;
  });
  return { outcome: did.some(({ outcome }) => outcome === 'refused') ? 'refused' : 'acted', did };
}

async function judge(round: Round, automation: AutomationRow, subject: Subject, looking: Looking): Promise<Verdict> {
  if (looking.fits !== true) {
    const { holds, unmet } = await unmetBy(round, automation, subject);
    if (!holds) return { outcome: 'passed', unmet };
  }
  const echo = loopGuard(looking.chain, automation.id, subject.id);
  if (echo) return { outcome: 'passed', why: echo };
  if ((await actsWithinHour(round.tx, automation.id, automation.perHour)) >= automation.perHour) {
    const why = { key: 'automation.why.too_often', params: { most: automation.perHour } };
    await stop(round, automation, why);
    return { outcome: 'passed', why };
  }
  return act(round, automation, subject);
}

/**
 * Lets an automation look at a record: it acts, or it does not and says why; one line of the log either way. False when it
 * stopped itself, so that it looks at no further record.
 */
export async function consider(
  round: Round,
  automation: AutomationRow,
  subject: Subject,
  looking: Looking,
): Promise<boolean> {
  const { outcome, why, unmet = [], did = [] } = await judge(round, automation, subject, looking);
  await insertRuns(round.tx, [
    {
      id: round.tx.time.newId(),
      automationId: automation.id,
      automationVersion: automation.version,
      recordId: subject.id,
      recordKind: automation.kind,
      occasion: looking.occasion,
      event: looking.event,
      outcome,
      why: why ?? null,
      unmet: [...unmet],
      did: [...did],
    },
  ]);
  return why?.key !== 'automation.why.too_often';
}
