export { calendarOf, forgetCalendar } from './organization-calendar.ts';
export { type ClockPolicy, clockPolicy } from './rules/policy.ts';
export {
  cancelClocks,
  type ClockOrder,
  type EndedClock,
  moveClocks,
  type NotPaused,
  pauseClocks,
  resumeClocks,
  type RunningClock,
  startClockOn,
  startClocksOn,
  stopClocks,
} from './run-clocks.ts';
export { clocksByIds, clocksOf, clockStateSql, overdueClocks } from './store/clock-views.ts';
