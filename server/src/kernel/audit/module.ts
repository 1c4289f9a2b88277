import type { Module } from '../house/module.ts';
import { listAudit } from './list-audit.ts';
import { sweepSeals } from './sweep-seals.ts';

/** Who changed what, and the proof that nobody changed that. */
export const audit: Module = {
  name: 'audit',
  permissions: ['audit.read'],
  routes: [listAudit],
  sweeps: [sweepSeals],
};
