import type { AutomationAction, AutomationPerson, RunAct } from '@dealtrail/protocol/automation';
import type { Why } from '@dealtrail/protocol/kernel';
import type { Actor } from '../../../kernel/access/index.ts';
import { type BulkOutcome, eachOnItsOwn } from '../../../kernel/bulk/index.ts';
import type { WorkCalendar } from '../../../kernel/calendar/index.ts';
import { momentIn } from '../../../kernel/clocks/rules/moment-in.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import type { Person } from '../../../kernel/house/people.ts';
import type { Services } from '../../../kernel/house/services.ts';
import { notify } from '../../../kernel/notifications/index.ts';
import { createTasks } from '../../activities/index.ts';
import { giveByRules } from '../../leads/index.ts';
import { fillText } from '../rules/fill-text.ts';
import { endOfWorkday } from '../rules/next-moment.ts';
import type { AutomationRow } from '../store/automation-store.ts';
import { type Subject, subjectQuery } from '../store/subject-query.ts';

/** An automation at work on one record. */
export interface Acting {
  readonly tx: Tx;
  readonly services: Services;
  readonly automation: AutomationRow;
  readonly actor: Actor;
  readonly calendar: WorkCalendar;
  /** The record as it is when the action begins: an action before may have changed its owner. */
  readonly subject: Subject;
}

const refused = (action: AutomationAction, why: Why): RunAct => ({ do: action.do, outcome: 'refused', why });
const done = (action: AutomationAction, key: string, params: Why['params']): RunAct => ({
  do: action.do,
  outcome: 'done',
  why: { key: `automation.did.${key}`, params },
});

/** Who is meant, as far as they are here. */
async function personOf({ tx, services, subject }: Acting, person: AutomationPerson): Promise<Person | undefined> {
  const { people } = services.registry;
  if (person.who === 'supervisor')
    return subject.ownerId === null ? undefined : people.supervisorOf(tx, subject.ownerId);
  const id = person.who === 'owner' ? subject.ownerId : person.memberId;
  const [found] = id === null ? [] : await people.activeAmong(tx, [id]);
  return found;
}

const nobody = ({ who }: AutomationPerson): Why => ({ key: `automation.why.no_${who}`, params: {} });

const factsIn = ({ title, number, ownerName }: Subject) => ({ title, number, owner: ownerName ?? '—' });

async function makeTask(acting: Acting, action: Extract<AutomationAction, { do: 'task' }>): Promise<RunAct> {
  const { tx, subject, calendar } = acting;
  const person = await personOf(acting, action.for);
  if (!person) return refused(action, nobody(action.for));
  const title = fillText(action.title, factsIn(subject));
  const dueAt = endOfWorkday(action.workdays, tx.time.now(), calendar);
  await createTasks(tx, [{ recordId: subject.id, kind: 'own', title, ownerId: person.id, dueAt }]);
  return done(action, 'task', { title, person: person.name, due: momentIn(calendar.zone, dueAt) });
}

async function tell(acting: Acting, action: Extract<AutomationAction, { do: 'notify' }>): Promise<RunAct> {
  const { tx, services, subject, automation } = acting;
  const found = await Promise.all(action.to.map(async (to) => ({ to, person: await personOf(acting, to) })));
  const persons = found.flatMap(({ person }) => person ?? []);
  const missing = found.find(({ person }) => !person);
  if (persons.length === 0) return refused(action, missing ? nobody(missing.to) : nobody({ who: 'owner' }));
  const told = await notify(tx, services, {
    eventId: tx.time.newId(),
    memberIds: persons.map(({ id }) => id),
    kind: 'automation.told',
    recordId: subject.id,
    recordKind: subject.kind,
    text: {
      key: 'automation.notice.told',
      params: { text: fillText(action.text, factsIn(subject)), name: automation.name, title: subject.title },
    },
  });
  if (told.length === 0) return refused(action, { key: 'automation.why.not_visible', params: {} });
  const names = persons.filter(({ id }) => told.includes(id)).map(({ name }) => name);
  return done(action, 'notify', { people: [...new Set(names)].join('、') });
}

const reasonOf = ({ automation, services }: Acting): string =>
  services.registry.messages.zh['automation.reason']?.replace('{name}', automation.name) ?? '';

/** The change people make to many records at once, as this action asks for it. */
function changeOf(acting: Acting, action: AutomationAction): object {
  const reason = reasonOf(acting);
  if (action.do === 'assign') return { do: 'assign', ownerId: action.memberId, reason };
  if (action.do === 'pool') return { do: 'return', reason: 'other', note: reason };
  return action.do === 'set' ? { do: 'edit', set: { [action.field]: action.value } } : {};
}

async function toldOf(acting: Acting, action: AutomationAction): Promise<RunAct> {
  const { tx, services, subject } = acting;
  if (action.do === 'assign' || action.do === 'give_out') {
    const now = await tx.maybe(subjectQuery(tx.orgId, subject.id));
    return done(action, action.do, { owner: now?.ownerName ?? '' });
  }
  if (action.do !== 'set') return done(action, action.do, {});
  const words = (locale: 'zh' | 'en', key: string) => services.registry.messages[locale][key];
  const value = action.value === null || action.value === '' ? '—' : String(action.value);
  const field = `automation.fact.${action.field}`;
  return done(action, 'set', {
    fieldZh: words('zh', field) ?? action.field,
    fieldEn: words('en', field) ?? action.field,
    valueZh: words('zh', `automation.level.${value}`) ?? value,
    valueEn: words('en', `automation.level.${value}`) ?? value,
  });
}

function changed(acting: Acting, action: AutomationAction): Promise<readonly BulkOutcome[]> {
  const { tx, services, automation, actor, subject } = acting;
  if (action.do === 'give_out') return giveByRules(tx, [subject.id], actor, reasonOf(acting));
  const kind = services.registry.bulkKinds.get(automation.kind);
  if (!kind) throw new Error(`records of kind ${automation.kind} cannot be changed by a rule`);
  return kind.apply(tx, [subject.id], changeOf(acting, action) as never, actor);
}

/** Changes the record through the core of the verb people use; what refuses it there is the outcome. */
async function change(acting: Acting, action: AutomationAction): Promise<RunAct> {
  const all = await eachOnItsOwn(() => changed(acting, action));
  const outcome = 'refused' in all ? all : all[0];
  if (outcome === 'unchanged') return { do: action.do, outcome, why: null };
  if (outcome && 'refused' in outcome) return refused(action, outcome.refused);
  return toldOf(acting, action);
}

/** Does the actions of an automation on a record, one after the other; one that is refused costs the others nothing. */
export async function actOn(acting: Omit<Acting, 'subject'>, first: Subject): Promise<RunAct[]> {
  const { tx, automation } = acting;
  const did: RunAct[] = [];
  let subject: Subject | undefined = first;
  for (const action of automation.actions) {
    if (did.length > 0) subject = await tx.maybe(subjectQuery(tx.orgId, first.id));
    if (!subject) break;
    const now = { ...acting, subject };
    if (action.do === 'task') did.push(await makeTask(now, action));
    else if (action.do === 'notify') did.push(await tell(now, action));
    else did.push(await change(now, action));
  }
  return did;
}
