export { type AuditVerdict, type BrokenSeal, verifyAudit } from './verify-audit.ts';
