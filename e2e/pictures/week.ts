import type { Colleague } from '../company/colleague.ts';
import { type Fresh, fresh, type Who } from './fresh-leads.ts';
import { type Move, tell } from './moves.ts';
import type { People } from './people.ts';

const speaker = (people: People, who: Who): Colleague => people[who];

function movesOf(lead: Fresh, place: number): Move[] {
  let id = '';
  const moves: Move[] = [
    {
      at: lead.at,
      act: async (people) => {
        const made = await speaker(people, lead.who).call<{ id: string }>('POST', '/leads', {
          companyName: lead.company,
          contactName: lead.person,
          ...(lead.title ? { contactTitle: lead.title } : {}),
          phone: `139${String(52_046_318 + place * 64_871)}`,
          source: lead.source,
          province: lead.province,
          ...(lead.industry ? { industry: lead.industry } : {}),
          ...(lead.need ? { need: lead.need } : {}),
          ...(lead.budget ? { budgetMinor: lead.budget * 1_000_000 } : {}),
        });
        id = made.id;
      },
    },
  ];
  for (const { at, ...told } of lead.told ?? [])
    moves.push({ at, act: (people) => tell(speaker(people, lead.who).call, 'leads', id, told) });
  const { attempt, pause } = lead;
  if (attempt)
    moves.push({
      at: attempt.at,
      act: (people) =>
        speaker(people, lead.who).call('POST', `/leads/${id}/follow-ups`, {
          method: 'phone',
          outcome: 'no_answer',
          nextStepOn: attempt.nextStepOn,
        }),
    });
  if (pause)
    moves.push({
      at: pause.at,
      act: (people) =>
        speaker(people, lead.who).call('POST', `/leads/${id}/pause`, {
          reason: 'budget_pending',
          note: pause.reason,
          until: pause.until,
        }),
    });
  return moves;
}

/** What 周予安 has promised for this Wednesday, by the hour. */
const today = [
  ['10:30', '苏州屿澄精密制造有限公司', '线上会议：确认节拍参数'],
  ['14:00', '合肥启岭新能源有限公司', '上门拜访：确认预算范围'],
  ['16:40', '南通海棱重工有限公司', '例行联系'],
] as const;

const planned: Move = {
  at: '2026-03-17 17:40',
  async act({ zhou: { call } }) {
    const { items } = await call<{ items: { id: string; customerName: string }[] }>('GET', '/opportunities?limit=100');
    for (const [hour, customer, title] of today) {
      const deal = items.find(({ customerName }) => customerName === customer);
      await call('POST', '/tasks', { recordId: deal?.id, title, dueAt: `2026-03-18T${hour}:00+08:00` });
    }
  },
};

/** What was announced up to the evening before has been read. */
const read: Move = {
  at: '2026-03-17 18:10',
  act: (people) => Promise.all(Object.values(people).map(({ call }) => call('POST', '/notifications/read', {}))),
};

/** The last two weeks: fresh leads, what is late, what rests, and what is planned for the day of the pictures. */
export function lastWeeks(): readonly Move[] {
  return [...fresh.flatMap(movesOf), planned, read];
}
