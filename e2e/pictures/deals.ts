import type { Call } from '../company/colleague.ts';
import table from './deals.json' with { type: 'json' };
import { dayAfter, type Move, passStage, tell, type Told } from './moves.ts';

/** A deal 周予安 works on: where it came from, which stages it passed when, what was said last. */
interface Deal {
  readonly customer: string;
  readonly person: string;
  readonly title: string;
  readonly name: string;
  /** In 万元. */
  readonly amount: number;
  readonly source: string;
  readonly industry: string;
  readonly province: string;
  readonly need: string;
  readonly foundOn: string;
  /** Days on which it left a stage, in order. */
  readonly passed: readonly string[];
  readonly closesOn: string;
  readonly lastOn: string;
  readonly last: Pick<Told, 'content' | 'feedback' | 'nextStep' | 'nextStepOn'> & { readonly method?: Told['method'] };
  readonly competitor?: string;
  readonly summary?: string;
  /** Contract signed on this day. */
  readonly won?: string;
}

const deals: readonly Deal[] = table as readonly Deal[];

interface Task {
  readonly id: string;
  readonly kind: string;
  readonly doneAt: string | null;
  readonly dueAt: string | null;
}

/** Nothing of the present stage is left that would be late at the moment of the pictures, `by`. */
async function tidy(call: Call, id: string, by: string): Promise<void> {
  const { tasks } = await call<{ tasks: Task[] }>('GET', `/opportunities/${id}`);
  for (const task of tasks)
    if (task.kind === 'stage' && !task.doneAt && task.dueAt && task.dueAt < by)
      await call('POST', `/tasks/${task.id}/complete`, {});
}

/** A deal while it is played: what its records are called once they are made. */
interface Played {
  readonly deal: Deal;
  readonly place: number;
  readonly minute: string;
  readonly amountMinor: number;
  leadId: string;
  id: string;
}

function found(played: Played): Move {
  const { deal, place, minute, amountMinor } = played;
  return {
    at: `${deal.foundOn} 09:${minute}`,
    act: async ({ zhou: { call } }) => {
      const { id } = await call<{ id: string }>('POST', '/leads', {
        companyName: deal.customer,
        contactName: deal.person,
        contactTitle: deal.title,
        phone: `138${String(40_120_000 + place * 73_913)}`,
        source: deal.source,
        industry: deal.industry,
        province: deal.province,
        need: deal.need,
        budgetMinor: amountMinor,
      });
      played.leadId = id;
    },
  };
}

function converted(played: Played): Move {
  const { deal, minute, amountMinor } = played;
  return {
    at: `${dayAfter(deal.foundOn, 1)} 14:${minute}`,
    act: async ({ zhou: { call } }) => {
      await tell(call, 'leads', played.leadId, {
        content: `了解需求：${deal.need}`,
        feedback: '希望先来现场看，再谈方案',
        nextStep: '上门看现场',
        nextStepOn: dayAfter(deal.foundOn, 3),
        toState: 'need_confirmed',
      });
      const { opportunity } = await call<{ opportunity: { id: string; version: number } }>(
        'POST',
        '/opportunities/from-lead',
        {
          leadId: played.leadId,
          opportunityName: deal.name,
          amountMinor,
          expectedCloseOn: deal.closesOn,
        },
      );
      played.id = opportunity.id;
      await call('PATCH', `/opportunities/${played.id}`, {
        version: opportunity.version,
        ...(deal.summary ? { needSummary: deal.summary } : {}),
        ...(deal.competitor ? { competitor: deal.competitor } : {}),
      });
    },
  };
}

function passed(played: Played, day: string): Move {
  const { deal, minute } = played;
  return {
    at: `${day} 10:${minute}`,
    act: async ({ zhou: { call } }) => {
      await tell(call, 'opportunities', played.id, {
        content: `本阶段事项已和客户确认：${deal.summary ?? deal.need}`,
        feedback: '同意进入下一步，要求按约定日期提交',
        nextStep: '提交下一阶段材料',
        nextStepOn: dayAfter(day, 2),
      });
      await passStage(call, played.id);
    },
  };
}

function lately(played: Played): Move {
  const { deal, minute } = played;
  return {
    at: `${deal.lastOn} 16:${minute}`,
    act: async ({ zhou: { call } }) => {
      await tell(call, 'opportunities', played.id, deal.last);
      if (deal.summary) await tidy(call, played.id, '2026-03-18T16:00:00Z');
    },
  };
}

function signed(played: Played, day: string): Move {
  return {
    at: `${day} 17:${played.minute}`,
    act: ({ zhou: { call } }) =>
      call('POST', `/opportunities/${played.id}/close`, {
        outcome: 'won',
        signedOn: day,
        contractNo: `HT-${day.replaceAll('-', '')}-${played.place}`,
        amountMinor: played.amountMinor,
      }),
  };
}

function movesOf(deal: Deal, place: number): Move[] {
  const minute = String(10 + place * 3).padStart(2, '0');
  const played: Played = { deal, place, minute, amountMinor: Math.round(deal.amount * 1_000_000), leadId: '', id: '' };
  return [
    found(played),
    converted(played),
    ...deal.passed.map((day) => passed(played, day)),
    lately(played),
    ...(deal.won ? [signed(played, deal.won)] : []),
  ];
}

/** Twelve open deals of 周予安 over four stages, and two that were won this month. */
export function deals12(): readonly Move[] {
  return deals.flatMap(movesOf);
}
