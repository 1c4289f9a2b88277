export { calendarOf, forgetTimeRules, readTimeRules } from './organization-rules.ts';
export { calendarFrom } from './rules/calendar-facts.ts';
export { changeCalendar } from './settings/order-replan.ts';
export { offeredReason } from './reasons/find-reasons.ts';
export { clockPolicy } from './rules/policy.ts';
export {
  cancelClocks,
  type ClockOrder,
  endClocks,
  moveClocks,
  pauseClocks,
  resumeClocks,
  startClockOn,
  startClocksOn,
  stopClocks,
  turnClocks,
} from './run-clocks.ts';
export { clocksByIds, clocksOf, overdueClocks } from './store/clock-views.ts';
export { nextClock, openClocksOf } from './store/next-clock.ts';
