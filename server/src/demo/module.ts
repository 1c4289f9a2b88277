import { demoProblems } from '@dealtrail/protocol/demo';
import { demoEn, demoZh } from '@dealtrail/protocol/demo/messages';
import type { Module } from '../kernel/house/module.ts';
import { demoPeople } from './operations/demo-people.ts';
import { enterDemo, leaveDemo } from './operations/demo-seat.ts';
import { demoState } from './operations/demo-state.ts';
import { removeDemo } from './operations/remove-demo.ts';
import { startDemo } from './operations/start-demo.ts';
import { sweepDemos } from './sweep-demos.ts';

/** A year of an imaginary supplier, lived through by the product's own verbs, to look around in. */
export const demo: Module = {
  name: 'demo',
  routes: [demoState, startDemo, demoPeople, enterDemo, leaveDemo, removeDemo],
  problems: demoProblems,
  messages: { zh: demoZh, en: demoEn },
  sweeps: [sweepDemos],
};
