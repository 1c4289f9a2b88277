import { completeTask } from '@dealtrail/protocol/activities';
import { listDepartments } from '@dealtrail/protocol/organization';
import { confirmReview, explainLate, openReview, type Review, saveReviewAction } from '@dealtrail/protocol/reviews';
import { addDays } from '../../kernel/calendar/index.ts';
import { isWorked, momentOf } from '../play/days.ts';
import type { Turn } from '../play/live-year.ts';
import { type Player, Refused } from '../play/stage.ts';
import type { Cast } from '../stories/cast.ts';

/** Weeks before today whose checks were held; what is older nobody looks up in a demo. */
const WEEKS = 4;
const FOUR_O_CLOCK = 16 * 60;
/** Of so many actions one is still open when the next check is held. */
const ONE_IN_LEFT = 5;
const MOST_AT_ONCE = 100;

const causes = ['travelling', 'overloaded', 'customer_asked_later'] as const;
const actions = ['下周一先电话联系，没接通就约微信', '带技术支持一起上门', '补发方案和同行案例，再约时间'] as const;

const isFriday = (day: string): boolean => new Date(`${day}T00:00:00Z`).getUTCDay() === 5;

/** What was agreed on the week before is done, but for some. */
async function finish(cast: Cast, { former }: Review): Promise<void> {
  for (const [nth, { taskId, ownerId, doneAt }] of former.entries()) {
    const owner = cast.everybody.find(({ memberId }) => memberId === ownerId);
    if (taskId === null || doneAt !== null || !owner || nth % ONE_IN_LEFT === 0) continue;
    await cast.stage.call(owner, completeTask, { params: { id: taskId }, body: {} });
  }
}

/** Names a cause and agrees on an action for each overdue record: those of one owner alike. */
async function answer(cast: Cast, supervisor: Player, review: Review, day: string): Promise<void> {
  const params = { id: review.id };
  const byOwner = [...Map.groupBy(review.late, ({ ownerId }) => ownerId ?? supervisor.memberId)];
  for (const [nth, [ownerId, late]] of byOwner.entries()) {
    const recordIds = late.slice(0, MOST_AT_ONCE).map(({ recordId }) => recordId);
    const reason = causes[nth % causes.length] ?? 'other';
    const text = actions[nth % actions.length] ?? '';
    await cast.stage.call(supervisor, explainLate, { params, body: { recordIds, reason } });
    await cast.stage.call(supervisor, saveReviewAction, {
      params,
      body: { recordIds, text, ownerId, dueOn: addDays(day, 4) },
    });
  }
}

async function hold(cast: Cast, supervisor: Player, departmentId: string, day: string): Promise<void> {
  const body = { cadence: 'weekly', departmentId } as const;
  try {
    const review = await cast.stage.call(supervisor, openReview, { body });
    if (day === cast.today) return;
    await finish(cast, review);
    await answer(cast, supervisor, review, day);
    await cast.stage.call(supervisor, confirmReview, { params: { id: review.id }, body: { version: review.version } });
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    cast.dropped(`check of ${supervisor.name}`, error);
  }
}

/** On the Fridays of the last weeks each supervisor holds the check of the team; that of this week still waits today. */
export const checking: Turn = async (cast, day) => {
  const next = addDays(day, 1);
  if (next < addDays(cast.today, -7 * WEEKS) || next > cast.today) return;
  if (next !== cast.today && !(isFriday(next) && isWorked(next))) return;
  const supervisors = new Map([...cast.sellers.values()].map(({ supervisor }) => [supervisor.memberId, supervisor]));
  const { items } = await cast.stage.call(cast.administrator, listDepartments, {});
  const at = next === cast.today ? momentOf(next, 0) : momentOf(next, FOUR_O_CLOCK);
  for (const { id, supervisorId } of items) {
    const supervisor = supervisors.get(supervisorId ?? '');
    if (!supervisor) continue;
    const run = () => cast.stage.time.at(at, () => hold(cast, supervisor, id, next));
    cast.agenda.add(next, { at, story: `check ${id}`, run });
  }
};
