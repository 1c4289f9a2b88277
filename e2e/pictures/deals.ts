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

/** What is promised is kept on the day it was promised for. */
function nextDay({ passed: days, lastOn }: Deal, nth: number): string {
  return days[nth] ?? lastOn;
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
    at: `${deal.foundOn} 14:${minute}`,
    act: async ({ zhou: { call } }) => {
      await tell(call, 'leads', played.leadId, {
        content: `了解需求：${deal.need}`,
        feedback: '希望先来现场看，再谈方案',
        nextStep: '上门看现场',
        nextStepOn: nextDay(deal, 0),
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
        needSummary: deal.summary ?? null,
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
        nextStepOn: nextDay(deal, deal.passed.indexOf(day) + 1),
      });
      await passStage(call, played.id);
    },
  };
}

const between = [
  ['核对现场尺寸和来料方式，补了两处接口要求', '要求接口图一周内给到'],
  ['客户技术部提出 3 条修改，涉及换型和安全光栅', '换型时间必须写进技术协议'],
  ['对方采购在比价，问清了付款方式和质保年限', '希望质保从一年延到两年'],
] as const;

/** A customer hears from us at least this often, so that no deal stands still. */
const RHYTHM_DAYS = 9;

/** What was talked about between the stages. */
function keptUp(played: Played): Move[] {
  const { deal, minute } = played;
  const days = [deal.foundOn, ...deal.passed, deal.lastOn];
  return days.slice(1).flatMap((until, nth) => {
    const moves: Move[] = [];
    for (let day = dayAfter(days[nth] ?? until, RHYTHM_DAYS); day < until; day = dayAfter(day, RHYTHM_DAYS)) {
      const [content, feedback] = between[(played.place + moves.length) % between.length] ?? between[0];
      const told = { content, feedback, nextStep: '提交下一阶段材料', nextStepOn: until };
      moves.push({ at: `${day} 11:${minute}`, act: ({ zhou }) => tell(zhou.call, 'opportunities', played.id, told) });
    }
    return moves;
  });
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
    ...keptUp(played),
    lately(played),
    ...(deal.won ? [signed(played, deal.won)] : []),
  ];
}

/** Twelve open deals of 周予安 over four stages, and two that were won this month. */
export function deals12(): readonly Move[] {
  return deals.flatMap(movesOf);
}
