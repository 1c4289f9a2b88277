import { auditProblems } from '@dealtrail/protocol/audit';
import { auditEn, auditZh } from '@dealtrail/protocol/audit/messages';
import type { Module } from '../house/module.ts';
import { listAudit } from './list-audit.ts';
import { listReadings } from './list-readings.ts';
import { restoreValue } from './restore-value.ts';
import { searchAudit } from './search-audit.ts';
import { sweepSeals, sweepSetBack } from './sweep-seals.ts';
import { lastVerdict, sweepVerdicts, verifyHistory } from './verdicts.ts';

/** Who changed what, and the proof that nobody changed that. */
export const audit: Module = {
  name: 'audit',
  permissions: ['audit.read'],
  problems: auditProblems,
  messages: { zh: auditZh, en: auditEn },
  routes: [searchAudit, lastVerdict, verifyHistory, listAudit, listReadings, restoreValue],
  sweeps: [sweepSeals, sweepSetBack, sweepVerdicts],
};
