import * as protocol from '@dealtrail/protocol/automation';
import type { FieldFilter } from '@dealtrail/protocol/kernel';
import type { Input } from '@dealtrail/protocol/kernel';
import { handleRead, type ReadContext } from '../../../kernel/http/handle.ts';
import { type AnyList, factsQuery } from '../../../kernel/lists/index.ts';
import { conditionContext } from '../run/condition-context.ts';
import { systemActor } from '../run/system-actor.ts';
import { judgeConditions, questionsIn } from '../rules/judge-conditions.ts';
import { triggersOf } from '../rules/triggers.ts';
import { fittingRows } from '../store/subject-query.ts';
import { fittingQuery, namesQuery, pastEventsQuery } from '../store/trial-query.ts';
import { refuseUnsound } from './check-rule.ts';

const DAYS = 30;
const DAY_MS = 86_400_000;
/** Events or records a trial looks at; what lies beyond is told as more. */
const MOST = 5_000;
const SHOWN = 50;

type Context = ReadContext<typeof protocol.tryAutomation>;
type Rule = Input<typeof protocol.tryAutomation>;
type Hit = { readonly recordId: string; readonly at: Date | null };
type Tried = Pick<protocol.AutomationTrial, 'considered' | 'exact' | 'missed'> & { readonly hits: readonly Hit[] };

/** The lowest id an event of that moment may have: ids begin with their milliseconds. */
function lowestIdAt(moment: Date): string {
  const hex = moment.getTime().toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** Conditions that were not met, counted, the most frequent first. */
class Misses {
  readonly #counts = new Map<string, { asked: FieldFilter; count: number }>();

  add(unmet: readonly { readonly asked: FieldFilter }[]): void {
    for (const { asked } of unmet) {
      const key = JSON.stringify(asked);
      const known = this.#counts.get(key) ?? { asked, count: 0 };
      this.#counts.set(key, { asked, count: known.count + 1 });
    }
  }

  most(): { asked: FieldFilter; count: number }[] {
    return [...this.#counts.values()].toSorted((a, b) => b.count - a.count).slice(0, 5);
  }
}

async function onEvents({ actor, read, time, services }: Context, rule: Rule, list: AnyList): Promise<Tried> {
  const { trigger, kind, conditions } = rule;
  if (trigger.on !== 'event') throw new Error('tried on events without one');
  const by = triggersOf(services.registry.policies).find(({ event }) => event === trigger.event)?.by;
  const at = new Date(time.now().getTime() - DAYS * DAY_MS);
  const asked = { event: trigger.event, kind, property: by?.property ?? null };
  const found = await read.many(pastEventsQuery(actor.orgId, asked, { at, id: lowestIdAt(at) }, MOST + 1));
  const past = found.slice(0, MOST).filter(({ value }) => !trigger.of || trigger.of.includes(value ?? ''));
  const names = questionsIn(conditions).map(({ field }) => field);
  const ids = [...new Set(past.map(({ recordId }) => recordId))];
  const rows = await read.many(factsQuery(list, actor.orgId, names, ids));
  const facts = new Map(rows.map(({ facts: row }) => [row.id, row]));
  const judge = judgeConditions(
    conditions,
    list.fields,
    conditionContext(actor.memberId, actor.organization.zone, time),
  );
  const misses = new Misses();
  const hits = past.filter(({ recordId }) => {
    const { holds, unmet } = judge(facts.get(recordId) ?? {});
    misses.add(unmet);
    return holds;
  });
  return { considered: past.length, exact: found.length <= MOST, hits, missed: misses.most() };
}

async function onRecords({ actor, read, time, services }: Context, rule: Rule, list: AnyList): Promise<Tried> {
  const automation = { id: actor.memberId, name: '', kind: rule.kind };
  const everywhere = systemActor(services, actor.orgId, { ...actor.organization, locale: 'zh' }, automation);
  const fits = fittingRows({ actor: everywhere, time }, list, rule.conditions);
  const found = await read.many(fittingQuery(list, fits, MOST + 1));
  const hits = found.slice(0, MOST).map(({ id }) => ({ recordId: id, at: null }));
  return { considered: hits.length, exact: found.length <= MOST, hits, missed: [] };
}

/** Says what an automation would have acted on; writes nothing. */
export const tryAutomation = handleRead(protocol.tryAutomation, async (context) => {
  const { actor, read, input, services, time } = context;
  await refuseUnsound({ actor, rows: Object.assign(read, { orgId: actor.orgId }), services, time }, input);
  const list = services.registry.bulkKinds.get(input.kind)?.list;
  if (!list) throw new Error(`records of kind ${input.kind} have no list`);
  const tried = await (input.trigger.on === 'event' ? onEvents : onRecords)(context, input, list);
  const shown = tried.hits.slice(0, SHOWN);
  const named = await read.many(namesQuery(actor, services.registry, [...new Set(shown.map((hit) => hit.recordId))]));
  const names = new Map(named.map((record) => [record.id, record]));
  return {
    days: DAYS,
    considered: tried.considered,
    exact: tried.exact,
    hits: tried.hits.length,
    items: shown.map(({ recordId, at }) => {
      const { number = null, title = null, ownerName = null } = names.get(recordId) ?? {};
      return { recordId, number, title, ownerName, at: at?.toISOString() ?? null };
    }),
    missed: tried.missed,
  };
});
