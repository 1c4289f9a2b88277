import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { RowOf, Tx } from '../db/index.ts';
import { problem } from '../http/problem.ts';
import { base32, stepOfCode } from './totp.ts';
import { hashOf, seal, unseal } from './secrets.ts';
import { secondFactorsTable } from './tables.ts';

/** RFC 4226 asks for a secret of at least 128 bits and recommends 160. */
const SECRET_BYTES = 20;
const RECOVERY_CODES = 10;
/** 80 bits each: no dump of their hashes is worth a search. */
const RECOVERY_BYTES = 10;

type SecondFactor = RowOf<'second_factors'>;

/** Query for when the second step came into force and how many recovery codes are left. */
export function secondFactorQuery(orgId: string, memberId: string) {
  return sql<{ since: Date; codesLeft: number }>`
    select since, cardinality(recovery_hashes) as codes_left from seen.second_factors
    where org_id = ${orgId}::uuid and member_id = ${memberId}::uuid and since is not null`;
}

/** Makes a secret that waits for its first code; one that waited before is forgotten. `second_factor_on` when one is in force. */
export async function prepareFactor(tx: Tx, memberId: string, key: Buffer): Promise<Buffer> {
  const known = await tx.lock(secondFactorsTable, { memberId });
  if (known?.since) throw problem('second_factor_on');
  if (known) await tx.remove(secondFactorsTable, known);
  const secret = randomBytes(SECRET_BYTES);
  const row = { memberId, secret: seal(secret, key, memberId), since: null, lastStep: 0, recoveryHashes: [] };
  await tx.insert(secondFactorsTable, [{ ...row, createdAt: tx.time.now(), version: 1 }]);
  return secret;
}

function newRecoveryCodes(): { codes: string[]; hashes: string[] } {
  const codes = Array.from({ length: RECOVERY_CODES }, () =>
    base32(randomBytes(RECOVERY_BYTES))
      .toLowerCase()
      .replace(/(.{4})(?=.)/g, '$1-'),
  );
  return { codes, hashes: codes.map((code) => hashOf(recoveryCode(code))) };
}

/** A recovery code without what people add or lose on the way from paper. */
function recoveryCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z2-7]/g, '');
}

/** Puts the waiting secret into force with its first code; returns the recovery codes, which are shown this once. */
export async function confirmFactor(
  tx: Tx,
  memberId: string,
  code: string,
  key: Buffer,
): Promise<string[] | undefined> {
  const factor = await tx.lock(secondFactorsTable, { memberId });
  if (!factor || factor.since) throw problem('second_factor_not_waiting');
  const step = stepOfCode(code, unseal(factor.secret, key, memberId), tx.time.now(), 0);
  if (step === undefined) return undefined;
  const { codes, hashes } = newRecoveryCodes();
  await tx.update(secondFactorsTable, factor, { since: tx.time.now(), lastStep: step, recoveryHashes: hashes });
  return codes;
}

/** Replaces the recovery codes; the old ones are worthless from here on. */
export async function renewRecoveryCodes(tx: Tx, memberId: string): Promise<string[]> {
  const factor = await tx.lock(secondFactorsTable, { memberId });
  if (!factor?.since) throw problem('second_factor_off');
  const { codes, hashes } = newRecoveryCodes();
  await tx.update(secondFactorsTable, factor, { recoveryHashes: hashes });
  return codes;
}

/** Takes the second step away; false when there was none. */
export async function removeFactor(tx: Tx, memberId: string): Promise<boolean> {
  const factor = await tx.lock(secondFactorsTable, { memberId });
  if (factor) await tx.remove(secondFactorsTable, factor);
  return factor?.since != null;
}

async function spendRecoveryCode(tx: Tx, factor: SecondFactor, typed: string): Promise<boolean> {
  const hash = hashOf(recoveryCode(typed));
  if (!factor.recoveryHashes.includes(hash)) return false;
  await tx.update(secondFactorsTable, factor, {
    recoveryHashes: factor.recoveryHashes.filter((kept) => kept !== hash),
  });
  return true;
}

/** Uses up a code of the app or a recovery code, each once; of two who send the same at once one succeeds. */
export async function takeCode(
  tx: Tx,
  memberId: string,
  typed: string,
  key: Buffer,
): Promise<'code' | 'recovery_code' | undefined> {
  const factor = await tx.lock(secondFactorsTable, { memberId });
  if (!factor?.since) return undefined;
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '');
  const step = stepOfCode(code, unseal(factor.secret, key, memberId), tx.time.now(), factor.lastStep);
  if (step === undefined) return (await spendRecoveryCode(tx, factor, typed)) ? 'recovery_code' : undefined;
  await tx.update(secondFactorsTable, factor, { lastStep: step });
  return 'code';
}
