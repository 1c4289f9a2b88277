import { createTask } from '@dealtrail/protocol/activities';
import { listClocks, postponeClock } from '@dealtrail/protocol/clocks';
import { assignLead } from '@dealtrail/protocol/leads';
import { markNotificationsRead } from '@dealtrail/protocol/notifications';
import { bulkOpportunities } from '@dealtrail/protocol/opportunities';
import { listLeaves, listMembers, setLeave, updateMember } from '@dealtrail/protocol/organization';
import { addDays } from '../../kernel/calendar/index.ts';
import { isWorked, momentOf, workdayFrom } from '../play/days.ts';
import type { Turn } from '../play/live-year.ts';
import type { Cast, Seller } from '../stories/cast.ts';
import { happen, type Tale, talk } from '../stories/tale.ts';
import { handOverReasons, ownTasks } from '../words/endings.ts';
import { AWAY, LEAVER } from './people.ts';

async function change(cast: Cast, memberId: string, body: object): Promise<void> {
  const { items } = await cast.stage.call(cast.administrator, listMembers, {});
  const member = items.find(({ id }) => id === memberId);
  if (!member) throw new Error('a player is no member');
  await cast.stage.call(cast.administrator, updateMember, {
    params: { id: memberId },
    body: { version: member.version, ...body },
  });
}

/** Hands a lead over; who takes it calls the customer on the next workday. */
async function handOver(cast: Cast, tale: Tale, to: Seller, day: string): Promise<void> {
  const { supervisor } = tale.owner;
  await cast.stage.call(supervisor, assignLead, {
    params: { id: tale.id },
    body: { ownerId: to.memberId, reason: cast.chance.oneOf(handOverReasons) },
  });
  tale.owner = to;
  const next = workdayFrom(addDays(day, 1));
  const at = momentOf(next, cast.chance.int(9 * 60 + 10, 11 * 60));
  cast.agenda.add(next, {
    at,
    story: String(tale.lead.nth),
    run: () => happen(tale, at, async () => tale.waits && talk(tale, 'need', addDays(next, 5)), false),
  });
}

/** Hands the open deals of somebody who leaves to a colleague, who goes on with them. */
async function handOverDeals(cast: Cast, deals: readonly Tale[], to: Seller): Promise<void> {
  const ids = deals.flatMap(({ deal }) => (deal ? [deal.id] : []));
  const [first] = deals;
  if (!first) return;
  const action = { do: 'assign', ownerId: to.memberId, reason: cast.chance.oneOf(handOverReasons) } as const;
  await cast.stage.call(first.owner.supervisor, bulkOpportunities, { body: { choice: { ids }, action } });
  for (const tale of deals) tale.owner = to;
}

/** Somebody leaves: open leads and deals go to the colleagues of the team, one after the other. */
export function leaving(on: string): Turn {
  return async (cast, day, tales) => {
    const leaver = cast.player(LEAVER);
    const seller = cast.sellers.get(leaver.memberId);
    if (day < on || !isWorked(day) || !seller) return;
    cast.sellers.delete(leaver.memberId);
    const colleagues = [...cast.sellers.values()].filter(({ department }) => department === seller.department);
    const theirs = [...tales.values()].filter((tale) => tale.owner.memberId === leaver.memberId);
    for (const [nth, to] of colleagues.entries()) {
      const mine = theirs.filter((_, place) => place % colleagues.length === nth);
      for (const tale of mine) if (!tale.deal && !tale.over && tale.waits) await handOver(cast, tale, to, day);
      await handOverDeals(
        cast,
        mine.filter(({ deal, over }) => deal && !over),
        to,
      );
    }
    await change(cast, leaver.memberId, { active: false });
  };
}

/** Somebody goes away shortly before today and comes back after it. */
export const goingAway: Turn = async (cast, day) => {
  if (day !== addDays(cast.today, -2)) return;
  const away = cast.player(AWAY);
  const team = cast.sellers.get(away.memberId)?.department;
  const deputy = [...cast.sellers.values()].find(
    ({ memberId, department }) => department === team && memberId !== away.memberId,
  );
  const { mine } = await cast.stage.call(away, listLeaves, {});
  await cast.stage.call(away, setLeave, {
    params: { id: away.memberId },
    body: {
      version: mine.version,
      from: addDays(cast.today, -1),
      until: addDays(cast.today, 3),
      deputyId: deputy?.memberId ?? null,
    },
  });
};

/** So many sellers ask for more time; the others keep theirs. */
const MOST_ASKING = 6;

/** On the eve some ask for more time: a day, which they take themselves, or more, which their supervisor decides. */
export const askingForTime: Turn = async (cast, day) => {
  if (day !== addDays(cast.today, -1)) return;
  const tomorrow = momentOf(cast.today, 0).toISOString();
  const filter = JSON.stringify({ field: 'dueAt', op: 'gte', value: tomorrow });
  for (const [place, seller] of [...cast.sellers.values()].slice(0, MOST_ASKING).entries()) {
    const { items } = await cast.stage.call(seller, listClocks, { query: { filter, limit: 5 } });
    const clock = items.find(({ abilities, ownerId }) => abilities.postpone && ownerId === seller.memberId);
    if (!clock) continue;
    const days = place % 2 === 0 ? 1 : cast.chance.int(6, 12);
    const to = new Date(Date.parse(clock.dueAt) + days * 86_400_000).toISOString();
    const reason = place % 2 === 0 ? 'customer_away' : 'budget_pending';
    await cast.stage.call(seller, postponeClock, { params: { id: clock.id }, body: { reason, to } });
  }
};

/** Least minutes ahead a task of today lies, and minutes between two. */
const SOON = 35;
const LAST_MINUTE = 23 * 60 + 50;

/** On the eve: what was announced has been read, and everybody has noted what to do tomorrow. */
export const eve: Turn = async (cast, day, tales) => {
  if (day !== addDays(cast.today, -1)) return;
  const open = [...tales.values()].filter(({ over, waits }) => waits && !over);
  const passed = Math.floor((cast.now.getTime() - momentOf(cast.today, 0).getTime()) / 60_000);
  for (const player of cast.everybody) await cast.stage.call(player, markNotificationsRead, { body: {} });
  for (const seller of cast.sellers.values()) {
    const theirs = open.filter(({ owner }) => owner.memberId === seller.memberId).slice(-3);
    for (const [place, { id, lead, deal }] of theirs.entries()) {
      const minute = Math.min(LAST_MINUTE, passed + SOON + place * cast.chance.int(40, 110));
      await cast.stage.call(seller, createTask, {
        body: {
          recordId: deal?.id ?? id,
          title: cast.chance.oneOf(ownTasks).replace('{company}', lead.companyName.slice(0, 6)),
          dueAt: momentOf(cast.today, minute).toISOString(),
        },
      });
    }
  }
};
