import { automationProblems } from '@dealtrail/protocol/automation';
import { automationEn, automationZh } from '@dealtrail/protocol/automation/messages';
import type { Module } from '../../kernel/house/module.ts';
import { sweepExpiredRuns } from './jobs/sweep-expired-runs.ts';
import { sweepTimeTriggers } from './jobs/sweep-time-triggers.ts';
import { listRuns, listRunsOfRecord } from './operations/list-runs.ts';
import {
  automationVocabulary,
  createAutomation,
  listAutomations,
  listVersions,
  removeAutomation,
  switchAutomations,
  updateAutomation,
} from './operations/manage-automations.ts';
import { tryAutomation } from './operations/try-automation.ts';
import { whenSomethingHappensRunAutomations } from './reactions/when-something-happens-run-automations.ts';
import { automationParticipants } from './store/automation-participants.ts';

/** Automations: when something happens or a time comes, and conditions hold, the product acts by itself and says why. */
export const automation: Module = {
  name: 'automation',
  permissions: ['automation.manage'],
  problems: automationProblems,
  messages: { zh: automationZh, en: automationEn },
  constraints: { automations_pk: 'already_exists', automation_switches_pk: 'conflict' },
  reactions: [whenSomethingHappensRunAutomations],
  sweeps: [sweepTimeTriggers, sweepExpiredRuns],
  participants: automationParticipants,
  notices: [
    { kind: 'automation.told', app: true, mail: null },
    { kind: 'automation.stopped', app: true, mail: null },
  ],
  routes: [
    listAutomations,
    createAutomation,
    updateAutomation,
    removeAutomation,
    switchAutomations,
    listVersions,
    automationVocabulary,
    tryAutomation,
    listRuns,
    listRunsOfRecord,
  ],
};
