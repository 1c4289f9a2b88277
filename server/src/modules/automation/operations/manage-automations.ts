import * as protocol from '@dealtrail/protocol/automation';
import { calendarOf } from '../../../kernel/clocks/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { handle, handleRead } from '../../../kernel/http/handle.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { nextMoment } from '../rules/next-moment.ts';
import { triggersOf } from '../rules/triggers.ts';
import {
  automationsQuery,
  countAutomations,
  insertAutomation,
  lockAutomation,
  presentAutomation,
  runningQuery,
  saveAutomation,
  saveRunning,
} from '../store/automation-store.ts';
import { keepVersion, presentVersion, versionsQuery } from '../store/version-store.ts';
import { refuseUnsound } from './check-rule.ts';

/** More would be a programme nobody reads any more. */
const MOST = 100;

/** Automations with what each did, and whether any runs. */
export const listAutomations = handleRead(protocol.listAutomations, async ({ actor, read, time }) => {
  const [rows, [switched]] = await read.all([automationsQuery(actor.orgId, time.now()), runningQuery(actor.orgId)]);
  return { items: rows.map(presentAutomation), running: switched?.running ?? true };
});

/** The events that may set an automation going. */
export const automationVocabulary = handleRead(protocol.automationVocabulary, async ({ services }) => ({
  triggers: triggersOf(services.registry.policies).map(({ event, kinds, by }) => ({
    event,
    kinds: protocol.AutomationKind.options.filter((kind) => kinds.includes(kind)),
    of: [...(by?.values ?? [])],
  })),
}));

async function viewOf(tx: Tx, id: string): Promise<protocol.Automation> {
  return presentAutomation(await tx.one(automationsQuery(tx.orgId, tx.time.now(), id)));
}

/** What follows from a trigger for the row that keeps it. */
async function dueBy(tx: Tx, { trigger, active }: Pick<protocol.Automation, 'trigger' | 'active'>) {
  if (trigger.on === 'event') return { event: trigger.event, nextAt: null };
  return { event: null, nextAt: active ? nextMoment(trigger, tx.time.now(), await calendarOf(tx)) : null };
}

/** Makes an automation. */
export const createAutomation = handle(protocol.createAutomation, async ({ actor, tx, input, services, time }) => {
  const { id = time.newId(), ...rule } = input;
  await refuseUnsound({ actor, rows: tx, services, time }, rule);
  if ((await countAutomations(tx)) >= MOST) throw problem('automation_too_many', { params: { most: MOST } });
  const row = {
    ...rule,
    ...(await dueBy(tx, rule)),
    id,
    stoppedWhy: null,
    createdBy: actor.memberId,
    createdAt: time.now(),
    removedAt: null,
    version: 1,
  };
  await insertAutomation(tx, row);
  await keepVersion(tx, { ...row, orgId: tx.orgId });
  return viewOf(tx, id);
});

/** Changes an automation, or switches it on or off; what it stopped for is forgotten with that. */
export const updateAutomation = handle(protocol.updateAutomation, async ({ actor, tx, input, services, time }) => {
  const { id, version, ...patch } = input;
  const row = await lockAutomation(tx, id);
  if (!row) throw problem('not_found');
  if (row.version !== version) throw problem('stale_version', { current: await viewOf(tx, id) });
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  const rule = { ...row, ...given };
  if (rule.active) await refuseUnsound({ actor, rows: tx, services, time }, rule);
  const saved = await saveAutomation(tx, row, { ...given, ...(await dueBy(tx, rule)), stoppedWhy: null });
  // Switched on or off it is the same automation.
  if (Object.keys(given).some((name) => name !== 'active')) await keepVersion(tx, saved);
  return viewOf(tx, id);
});

/** Takes an automation out of use for good; what it did stays in the log. */
export const removeAutomation = handle(protocol.removeAutomation, async ({ tx, input, time }) => {
  const row = await lockAutomation(tx, input.id);
  if (!row) throw problem('not_found');
  await saveAutomation(tx, row, { active: false, nextAt: null, removedAt: time.now() });
  return undefined;
});

/** Switches all automations off or on together. */
export const switchAutomations = handle(protocol.switchAutomations, async ({ tx, input }) => {
  await saveRunning(tx, input.running);
  return { running: input.running };
});

/** What an automation was, and who changed it when. */
export const listVersions = handleRead(protocol.listVersions, async ({ actor, read, input, time }) => {
  const [[known], rows] = await read.all([
    automationsQuery(actor.orgId, time.now(), input.id),
    versionsQuery(actor.orgId, input.id),
  ]);
  if (!known) throw problem('not_found');
  return { items: rows.flatMap(presentVersion) };
});
