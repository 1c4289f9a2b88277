import { addDays } from '../../kernel/calendar/index.ts';
import type { HouseUnderTime } from '../../kernel/house/services.ts';
import { LEAVER } from '../company/people.ts';
import { automating } from '../company/automating.ts';
import { judging } from '../company/judging.ts';
import { pooling } from '../company/pooling.ts';
import { leaderOf, plannedSellers, settleIn } from '../company/settle-in.ts';
import { checking } from '../company/checking.ts';
import { askingForTime, eve, goingAway, leaving } from '../company/turns.ts';
import { planIntake } from '../market/intake.ts';
import { ADMINISTRATOR, type Founded, insertCompany, openCompany } from '../store/company-store.ts';
import { insertDemoPeople } from '../store/demo-store.ts';
import type { Cast, Seller } from '../stories/cast.ts';
import { Fates } from '../stories/fates.ts';
import { Agenda } from './agenda.ts';
import { chanceFrom } from './chance.ts';
import { daysUntil, momentOf, ZONE } from './days.ts';
import { liveYear } from './live-year.ts';
import type { MovingTime } from './moving-time.ts';
import { Stage } from './stage.ts';
import { dayIn } from '../../kernel/time/time.ts';

/** What a demo is to be like. */
export interface DemoOrder {
  /** Of the organisation that is made, and of the one it belongs to. */
  readonly orgId: string;
  readonly homeOrgId: string;
  readonly administratorName: string;
  readonly now: Date;
  readonly days: number;
  /** About so many; the rest of the numbers follow. */
  readonly leads: number;
  readonly seed: string;
}

/** A story that could not be told to its end, and why. */
export interface Dropped {
  readonly matter: string;
  readonly reason: unknown;
}

/** Part of the year after which somebody leaves. */
const LEAVES_AFTER = 0.72;

function castOf(stage: Stage, founded: Founded, order: DemoOrder, dropped: Dropped[]): Cast {
  const player = (key: string) => {
    const found = founded.players.get(key);
    if (!found) throw new Error(`nobody is called ${key}`);
    return found;
  };
  const sellers = plannedSellers.map(({ key, department, talent = 1 }): [string, Seller] => [
    player(key).memberId,
    { ...player(key), department, talent, supervisor: player(leaderOf(department)) },
  ]);
  return {
    stage,
    agenda: new Agenda(),
    chance: chanceFrom(order.seed),
    today: dayIn(ZONE, order.now),
    now: order.now,
    sellers: new Map(sellers),
    administrator: player(ADMINISTRATOR),
    everybody: [...founded.players].filter(([key]) => key !== LEAVER).map(([, one]) => one),
    player,
    dropped: (matter, reason) => void dropped.push({ matter, reason }),
  };
}

const originOf = (orgId: string, stage: Stage) => ({
  orgId,
  actorId: null,
  operation: 'demo.play',
  requestId: stage.time.newId(),
});

/** Lives through the past of the imaginary supplier up to this moment; returns the stories that went wrong. */
export async function playDemo(
  house: HouseUnderTime,
  time: MovingTime,
  order: DemoOrder,
  lived: (days: number) => Promise<void>,
): Promise<readonly Dropped[]> {
  const { orgId } = order;
  const stage = new Stage(orgId, time, house);
  const days = daysUntil(order.now, order.days);
  const [first = ''] = days;
  time.goTo(momentOf(addDays(first, -1), 9 * 60));
  const { database } = house.services;
  const founded = await database.write(originOf(orgId, stage), async (tx) => {
    const made = await insertCompany(tx, order.administratorName);
    await insertDemoPeople(tx, order.homeOrgId, made.players.values());
    return made;
  });
  await settleIn(stage, founded);
  const dropped: Dropped[] = [];
  const cast = castOf(stage, founded, order, dropped);
  await liveYear({
    cast,
    days,
    intakes: planIntake(cast.chance.fork('market'), days, order.leads),
    fates: new Fates(order.days),
    turns: [
      leaving(days[Math.floor(order.days * LEAVES_AFTER)] ?? ''),
      pooling,
      judging,
      automating,
      goingAway,
      askingForTime,
      checking,
      eve,
    ],
    lived,
  });
  await database.write(originOf(orgId, stage), openCompany);
  return dropped;
}
