import { type Actor, reaches } from '../../../../kernel/access/index.ts';
import type { Tx } from '../../../../kernel/db/index.ts';
import { problem } from '../../../../kernel/http/problem.ts';
import { judgeClaim, type LeadPast } from '../../rules/pools/judge-claim.ts';
import type { LeadRow } from '../../store/lead-store.ts';
import { claimedQuery, heldQuery, holdClaims, lastTakenQuery, pastQuery } from '../../store/pools/move-store.ts';
import { type PoolInSight, readPoolsInSight } from './pools-in-sight.ts';

const untouched: LeadPast = { lostOn: null, returnedOn: null, countedToday: false };

/**
 * Judges the claims of one member, one or many, and counts what it lets pass; nobody else counts for this member until
 * the transaction ends.
 */
export class ClaimDesk {
  readonly #actor: Actor;
  readonly #today: string;
  readonly #pools: readonly PoolInSight[];
  readonly #claimed: Map<string, number>;
  readonly #held: Map<string, number>;
  readonly #past: ReadonlyMap<string, LeadPast>;

  private constructor(
    actor: Actor,
    today: string,
    pools: readonly PoolInSight[],
    counts: { claimed: Map<string, number>; held: Map<string, number>; past: ReadonlyMap<string, LeadPast> },
  ) {
    this.#actor = actor;
    this.#today = today;
    this.#pools = pools;
    this.#claimed = counts.claimed;
    this.#held = counts.held;
    this.#past = counts.past;
  }

  /** Opens the desk for leads that are locked already, so that their past stands still. */
  static async open(tx: Tx, actor: Actor, leadIds: readonly string[]): Promise<ClaimDesk> {
    await holdClaims(tx, actor.memberId);
    const today = tx.time.today(actor.organization.zone);
    const pools = await readPoolsInSight(tx, actor);
    const claimed = await tx.many(claimedQuery(tx.orgId, actor.memberId, today));
    const held = await tx.many(heldQuery(tx.orgId, actor.memberId));
    const past = await tx.many(pastQuery(tx.orgId, actor.memberId, leadIds, today));
    return new ClaimDesk(actor, today, pools, {
      claimed: new Map(claimed.map(({ poolId, leads }) => [poolId, leads])),
      held: new Map(held.map(({ poolId, leads }) => [poolId, leads])),
      past: new Map(past.map((row) => [row.leadId, row])),
    });
  }

  /**
   * Lets a locked lead be claimed and counts it, or refuses: 404 where it lies in no pool in sight, 409 where somebody
   * was faster, 403 where one only looks after the pool, 422 where past or limits speak against it.
   */
  async admit(tx: Tx, lead: LeadRow | undefined): Promise<void> {
    if (!lead) throw problem('not_found');
    if (lead.poolId === null) throw await this.#tooLate(tx, lead);
    const found = this.#pools.find(({ pool }) => pool.id === lead.poolId);
    if (!found) throw problem('not_found');
    if (!found.mayClaim) throw problem('not_allowed');
    const { pool } = found;
    const soFar = { today: this.#claimed.get(pool.id) ?? 0, holding: this.#held.get(pool.id) ?? 0 };
    const past = this.#past.get(lead.id) ?? untouched;
    const verdict = judgeClaim(pool, past, soFar, this.#today);
    if (!verdict.allowed) throw problem(verdict.code, { params: { ...verdict.params, pool: pool.name } });
    if (!past.countedToday) this.#claimed.set(pool.id, soFar.today + 1);
    this.#held.set(pool.id, soFar.holding + 1);
  }

  /** Who took it out of a pool in sight, by name where one may see them with it; else nothing was ever there. */
  async #tooLate(tx: Tx, lead: LeadRow) {
    const taken = await tx.maybe(lastTakenQuery(tx.orgId, lead.id));
    if (!taken || !this.#pools.some(({ pool }) => pool.id === taken.poolId)) return problem('not_found');
    const { departmentId, memberId } = this.#actor;
    const near = departmentId !== null && taken.departmentId === departmentId;
    const seen = near || taken.ownerId === memberId || reaches(this.#actor, 'leads.read', lead);
    return seen && taken.ownerName !== null && taken.ownerId === lead.ownerId
      ? problem('pool_lead_taken', { params: { name: taken.ownerName } })
      : problem('pool_lead_gone');
  }
}
