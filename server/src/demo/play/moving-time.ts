import { AsyncLocalStorage } from 'node:async_hooks';
import { dayIn, frozenTime, type Time } from '../../kernel/time/time.ts';

/** A past that moves on by itself only when told to; acts that run side by side stand each at a moment of their own. */
export interface MovingTime extends Time {
  goTo(moment: Date): void;
  /** Runs an act as if its moment were now. */
  at<Result>(moment: Date, act: () => Promise<Result>): Promise<Result>;
}

/** Makes a time that begins at a moment; its ids depend on the seed and the order they are asked for. */
export function movingTime(start: Date, seed: number): MovingTime {
  const base = frozenTime(start, seed);
  const moments = new AsyncLocalStorage<Date>();
  const now = () => new Date(moments.getStore() ?? base.now());
  return {
    now,
    today: (zone) => dayIn(zone, now()),
    newId: () => base.newId(),
    goTo: (moment) => base.set(moment),
    at: (moment, act) => moments.run(moment, act),
  };
}
