import { clocksProblems } from '@dealtrail/protocol/clocks';
import { clocksEn, clocksZh } from '@dealtrail/protocol/clocks/messages';
import type { Module } from '../house/module.ts';
import { clockViews } from './board/board-list.ts';
import { clockHeat } from './board/clock-heat.ts';
import { countReasons } from './board/late-reasons.ts';
import { listClocks } from './board/list-clocks.ts';
import { pauseOne, resumeOne } from './board/pause-clock.ts';
import { clockParticipants } from './participants.ts';
import { giveLateReason } from './give-late-reason.ts';
import { listReasons, saveReasons } from './reasons/save-reasons.ts';
import { listVersions } from './settings/list-versions.ts';
import { previewPolicy } from './settings/preview-policy.ts';
import { listPolicies, resetPolicy, savePolicy } from './settings/save-policy.ts';
import { sweepReplans } from './settings/sweep-replans.ts';
import { decideOne, postponeOne } from './postponing/postpone-clock.ts';
import { whenClockMovesTellPeople } from './postponing/when-clock-moves-tell-people.ts';
import { sweepClocks } from './sweep-clocks.ts';
import { whenClockStepsTellPeople } from './when-clock-steps-tell-people.ts';

/** The one engine of all time limits: the sweep that takes their steps, and the reasons for lateness. */
export const clocks: Module = {
  name: 'clocks',
  problems: clocksProblems,
  messages: { zh: clocksZh, en: clocksEn },
  sweeps: [sweepClocks, sweepReplans],
  participants: clockParticipants,
  constraints: { clock_asks_open_key: 'clock_asked_already' },
  reactions: [whenClockStepsTellPeople, whenClockMovesTellPeople],
  notices: [
    { kind: 'clocks.warned', app: true, mail: true },
    { kind: 'clocks.overdue', app: true, mail: null },
    { kind: 'clocks.escalated', app: true, mail: true },
    { kind: 'clocks.postponed', app: true, mail: null },
    { kind: 'clocks.postpone_asked', app: true, mail: null },
    { kind: 'clocks.postpone_granted', app: true, mail: null },
    { kind: 'clocks.postpone_refused', app: true, mail: null },
  ],
  lists: [clockViews],
  routes: [
    listClocks,
    clockHeat,
    countReasons,
    giveLateReason,
    pauseOne,
    resumeOne,
    postponeOne,
    decideOne,
    listPolicies,
    savePolicy,
    previewPolicy,
    listVersions,
    resetPolicy,
    listReasons,
    saveReasons,
  ],
};
