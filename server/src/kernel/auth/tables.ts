import { defineTable } from '../db/tables.ts';

interface SecondFactorTable {
  orgId: string;
  memberId: string;
  /** Sealed with the installation's secret. */
  secret: string;
  /** When its first code was confirmed; null: not yet in force. */
  since: Date | null;
  /** Step of the last code that was used; none up to it works again. */
  lastStep: number;
  /** Hashes of the recovery codes that are left. */
  recoveryHashes: string[];
  createdAt: Date;
  version: number;
}

interface PasswordResetTable {
  orgId: string;
  id: string;
  memberId: string;
  tokenHash: string;
  /** The administrator who made it; null: asked for at the sign-in page. */
  madeBy: string | null;
  createdAt: Date;
  expiresAt: Date;
  usedAt: Date | null;
  revokedAt: Date | null;
}

declare module '../db/tables.ts' {
  interface Tables {
    second_factors: SecondFactorTable;
    password_resets: PasswordResetTable;
  }
}

export const secondFactorsTable = defineTable({
  name: 'second_factors',
  key: ['memberId'],
  versioned: true,
  auditedBy: 'memberId',
  unaudited: ['secret', 'lastStep', 'recoveryHashes', 'createdAt'],
});
export const passwordResetsTable = defineTable({
  name: 'password_resets',
  key: ['id'],
  versioned: false,
  auditedBy: 'memberId',
  unaudited: ['tokenHash'],
});
