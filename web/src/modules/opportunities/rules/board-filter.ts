import type { Filter } from '@dealtrail/protocol/kernel';

/** Whose opportunities are looked at. */
export type Whose = 'mine' | 'team' | 'all';

/** When they are expected to close. */
export type ClosesIn = 'any' | 'thisMonth' | 'nextMonth' | 'thisQuarter' | 'passed' | 'unknown';

export const closesIn: readonly ClosesIn[] = ['any', 'thisMonth', 'nextMonth', 'thisQuarter', 'passed', 'unknown'];

/**
 * The views a member has use for, the widest last: who reads only their own sees no team; who reads a team sees nothing
 * beyond it, who reads everything sees their department as the team.
 */
export function viewsFor(reach: string | undefined, departmentId: string | null): readonly Whose[] {
  if (reach === 'own' || reach === undefined) return ['mine'];
  if (reach !== 'all') return ['mine', 'team'];
  return departmentId ? ['mine', 'team', 'all'] : ['mine', 'all'];
}

/** The view a member begins with: their own where they advance no others, else the widest. */
export function usualView(advances: string | undefined, offered: readonly Whose[]): Whose {
  return advances === 'own' ? 'mine' : (offered.at(-1) ?? 'mine');
}

/** The next wider view; undefined for the widest. */
export function widerThan(whose: Whose, offered: readonly Whose[]): Whose | undefined {
  return offered[offered.indexOf(whose) + 1];
}

/** What a text of the address means, or the usual when it means nothing. */
export function chosen<V extends string>(text: string | undefined, offered: readonly V[], usual: V): V {
  return offered.find((each) => each === text) ?? usual;
}

const day = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);

/** First and last day of the months from one on, seen from a day yyyy-mm-dd; the last is reached by day 0 of the next. */
function months(today: string, from: number, count: number): [string, string] {
  const year = Number(today.slice(0, 4));
  const month = Number(today.slice(5, 7)) - 1 + from;
  return [day(year, month, 1), day(year, month + count, 0)];
}

function closingQuestion(when: ClosesIn, today: string): Filter | undefined {
  const field = 'expectedCloseOn';
  const between = (from: number, count: number): Filter => ({
    field,
    op: 'between',
    value: months(today, from, count),
  });
  switch (when) {
    case 'thisMonth':
      return between(0, 1);
    case 'nextMonth':
      return between(1, 1);
    case 'thisQuarter':
      return between(-((Number(today.slice(5, 7)) - 1) % 3), 3);
    case 'passed':
      return { field, op: 'lt', value: today };
    case 'unknown':
      return { field, op: 'isEmpty' };
    default:
      return undefined;
  }
}

function whoseQuestion(whose: Whose, { departmentId, reach }: Around): Filter | undefined {
  if (whose === 'mine') return { field: 'ownerId', op: 'eq', value: { me: true } };
  // What a supervisor reads is the team with those below: no condition says it better.
  return whose === 'team' && reach === 'all' && departmentId
    ? { field: 'departmentId', op: 'eq', value: departmentId }
    : undefined;
}

/** What a person looks at on the board: whose, closing when, and further conditions. */
export interface Look {
  readonly whose: Whose;
  readonly closes: ClosesIn;
  readonly more?: Filter | undefined;
}

/** Who looks, and when. */
export interface Around {
  readonly departmentId: string | null;
  /** How far they read opportunities. */
  readonly reach: string | undefined;
  /** Day yyyy-mm-dd in the organisation's zone. */
  readonly today: string;
}

/** The filter behind a look, as the server takes it. */
export function filterOfLook(look: Look, around: Around): Filter | undefined {
  const questions = [
    whoseQuestion(look.whose, around),
    closingQuestion(look.closes, around.today),
    ...(look.more && 'all' in look.more ? look.more.all : [look.more]),
  ].filter((question) => question !== undefined);
  return questions.length > 1 ? { all: questions } : questions[0];
}

/** Whether a filter leaves none but open opportunities. */
export function asksOpenOnly(filter: Filter | undefined): boolean {
  if (!filter || 'any' in filter || 'not' in filter) return false;
  if ('all' in filter) return filter.all.some(asksOpenOnly);
  return filter.field === 'state' && filter.op === 'eq' && filter.value === 'open';
}
