import type { DuplicateHit } from '@dealtrail/protocol/customers';
import type { Actor } from '../../../kernel/access/index.ts';
import type { Tx } from '../../../kernel/db/index.ts';
import { problem } from '../../../kernel/http/problem.ts';
import { noteProbes, probeAccount } from '../../../kernel/search/probes.ts';
import { openRequestsQuery } from '../store/join-store.ts';
import type { JudgedHit } from './judge-candidates.ts';

/** Reasons by which a record out of sight tells whose it is; by a number or address alone it tells only that it exists. */
const naming = new Set(
  'credit_code company former_name short_name core core_form core_region branch_of head_office_of branches'
    .split(' ')
    .map((key) => `match.${key}`),
);

/** A hit as the actor may know it (REQUIREMENTS, "Privacy where rules meet"): never id or title of what is out of sight. */
export function presentHit(hit: JudgedHit, hitId: string | null, asked = false): DuplicateHit {
  const { recordKind, grade, number, title, ownerName, departmentName } = hit;
  const reasons = [...hit.reasons];
  if (hit.visible) {
    return {
      recordKind,
      grade,
      reasons,
      visible: true,
      id: hit.id,
      number,
      title,
      ownerName,
      departmentName,
      hitId: null,
      asked,
    };
  }
  const named = reasons.some(({ key }) => naming.has(key));
  return {
    recordKind,
    grade,
    reasons,
    visible: false,
    id: null,
    number: null,
    title: null,
    ownerName: named ? ownerName : null,
    departmentName: named ? departmentName : null,
    hitId: named ? hitId : null,
    asked: named && asked,
  };
}

/**
 * Tells a member of matching records. Each one they may not see is masked, counted and audited, at most 20 an hour;
 * beyond that `refuse` answers 429, otherwise the rest stays untold.
 */
export async function tellDuplicates(
  tx: Tx,
  actor: Actor,
  hits: readonly JudgedHit[],
  refuse: boolean,
): Promise<DuplicateHit[]> {
  const unseen = hits.filter((hit) => !hit.visible);
  if (unseen.length === 0) return hits.map((hit) => presentHit(hit, null));
  const { left, waitSeconds, known } = await probeAccount(tx, actor.memberId, 'duplicate');
  const fresh = unseen.filter(({ id }) => !known.has(id));
  if (refuse && fresh.length > left) {
    throw problem('too_many_requests', { params: { seconds: waitSeconds }, retryAfter: waitSeconds });
  }
  const told = fresh.slice(0, left);
  const notes = await noteProbes(
    tx,
    actor.memberId,
    'duplicate',
    told.map(({ id }) => ({ recordId: id })),
  );
  const hitIds = new Map([...known, ...told.map(({ id }, i) => [id, notes[i] ?? ''] as const)]);
  const asked = new Set((await tx.many(openRequestsQuery(tx.orgId, actor.memberId))).map(({ recordId }) => recordId));
  return hits
    .filter((hit) => hit.visible || hitIds.has(hit.id))
    .map((hit) => presentHit(hit, hitIds.get(hit.id) ?? null, asked.has(hit.id)));
}
