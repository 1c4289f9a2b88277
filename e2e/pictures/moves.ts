import type { Call } from '../company/colleague.ts';
import type { People } from './people.ts';

/** Something that happens at a moment in Shanghai, `2026-03-18 09:40`. */
export interface Move {
  readonly at: string;
  readonly act: (people: People) => Promise<unknown>;
}

/** The day `days` after another, both yyyy-mm-dd. */
export function dayAfter(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

/** What is written down of an effective contact, and what comes next. */
export interface Told {
  readonly method?: 'phone' | 'visit' | 'wechat' | 'meeting' | undefined;
  readonly content: string;
  readonly feedback: string;
  readonly nextStep: string;
  readonly nextStepOn: string;
  readonly toState?: string;
  readonly lateReason?: string;
}

/** Writes an effective contact on a lead or an opportunity. */
export function tell(call: Call, kind: 'leads' | 'opportunities', id: string, told: Told): Promise<unknown> {
  return call('POST', `/${kind}/${id}/follow-ups`, { method: 'phone', outcome: 'reached', ...told });
}

interface StageTask {
  readonly id: string;
  readonly kind: string;
  readonly stageKey: string | null;
  readonly doneAt: string | null;
}

interface Deal {
  readonly stageKey: string;
  readonly tasks: readonly StageTask[];
}

/** Finishes the tasks of the present stage and moves the deal one stage on. */
export async function passStage(call: Call, id: string): Promise<void> {
  const { stageKey, tasks } = await call<Deal>('GET', `/opportunities/${id}`);
  for (const task of tasks)
    if (task.stageKey === stageKey && !task.doneAt) await call('POST', `/tasks/${task.id}/complete`, {});
  await call('POST', `/opportunities/${id}/advance`, {});
}
