import { createHash } from 'node:crypto';
import type { Operation } from '@dealtrail/protocol/kernel';
import type { FastifyRequest } from 'fastify';
import type { Statement, Tx } from '../db/index.ts';
import { problem } from '../http/problem.ts';

/** A caller's promise that two requests are one act: its key and the fingerprint of what was asked. */
export interface Claim {
  readonly key: string;
  readonly operation: string;
  readonly hash: string;
}

/** What the first execution answered. */
export interface StoredAnswer {
  readonly status: number;
  readonly response: string | undefined;
}

const LONGEST_KEY = 255;

/** Reads the Idempotency-Key of a request; `prepared.fingerprint` stands for an uploaded file's content. */
export function keyOf(
  request: FastifyRequest,
  operation: Operation,
  input: object,
  prepared: unknown,
): Claim | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key !== 'string' || key.length === 0 || key.length > LONGEST_KEY) throw problem('idempotency_key_invalid');
  const fingerprint = (prepared as { fingerprint?: string } | undefined)?.fingerprint ?? '';
  const hash = createHash('sha256')
    .update(`${operation.id}\n${JSON.stringify(input)}\n${fingerprint}`)
    .digest('base64url');
  return { key, operation: operation.id, hash };
}

/**
 * Takes the key for this transaction. A second caller with the same key waits here until the first commits and then
 * gets its answer; the same key for another request is refused (422).
 */
export async function claimKey(tx: Tx, actorId: string, claim: Claim): Promise<StoredAnswer | undefined> {
  const text = `insert into app.idempotency (org_id, actor_id, key, operation, body_hash, created_at)
    values ($1, $2, $3, $4, $5, $6) on conflict on constraint idempotency_pk do nothing returning 1 as taken`;
  const inserted = await tx.run({
    text,
    values: [tx.orgId, actorId, claim.key, claim.operation, claim.hash, tx.time.now()],
    name: 'idempotency_claim',
  });
  if (inserted.rowCount) return undefined;
  const found = await tx.run({
    text: 'select body_hash, status, response from app.idempotency where org_id = $1 and actor_id = $2 and key = $3',
    values: [tx.orgId, actorId, claim.key],
    name: 'idempotency_found',
  });
  const row = found.rows[0] as { body_hash: string; status: number; response: string | null } | undefined;
  if (!row || row.body_hash !== claim.hash) throw problem('idempotency_key_reused');
  return { status: row.status, response: row.response ?? undefined };
}

/** The statement that keeps the answer; it travels with the commit, so only committed results are kept. */
export function storeAnswer(
  orgId: string,
  actorId: string,
  claim: Claim,
  status: number,
  response: string | undefined,
): Statement {
  return {
    text: 'update app.idempotency set status = $4, response = $5 where org_id = $1 and actor_id = $2 and key = $3',
    values: [orgId, actorId, claim.key, status, response ?? null],
    name: 'idempotency_store',
  };
}
